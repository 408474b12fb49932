set terminal svg enhanced font 'Arial,7' size 317,226 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4


set multiplot
# panel
set origin 0,0
set size 1,1
set lmargin at screen 0.14881; set rmargin at screen 0.970238
set bmargin at screen 0.158333; set tmargin at screen 0.958333
unset border; unset tics; unset xlabel; unset ylabel
set xrange [0:10]
set yrange [0:5]
set object 1 rectangle center 2,2 size 2,1 behind fillstyle solid border linecolor rgb '#8C8C8C' fillcolor rgb '#C8C8C8' linewidth 0.5
set label 110 'prior' at 2,2.15625 center front font ',6.5' textcolor rgb '#1A1A1A'
set label 111 '64' at 2,1.84375 center front font ',6.5' textcolor rgb '#1A1A1A'
set arrow from 3,2 to 5,2 head filled size screen 0.008,18 front linewidth 0.7 linecolor rgb '#4D4D4D'
set key inside top right Left reverse samplen 1.2 spacing 1.1 font ',6.5' textcolor rgb '#1A1A1A'
plot NaN notitle
unset multiplot
