set terminal svg enhanced font 'Arial,7' size 317,226 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
0 0 1
1 0 2
2 0 3
0 1 4
1 1 NaN
2 1 6
EOD

set multiplot
# panel
set origin 0,0
set size 1,1
set lmargin at screen 0.14881; set rmargin at screen 0.970238
set bmargin at screen 0.158333; set tmargin at screen 0.958333
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [0:2]
set format x '%.1f'
set xtics nomirror norotate 0.5
set xlabel '' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [0:2]
set format y '%.1f'
set ytics nomirror norotate 0.5
set ylabel '' font ',7.5' textcolor rgb '#1A1A1A'
set key inside top right Left reverse samplen 1.2 spacing 1.1 font ',6.5' textcolor rgb '#1A1A1A'
set palette defined (0 '#FFFFFF', 1 '#1A1A1A')
set colorbox; set autoscale cbfix; set format cb '%h'
set cbtics 1 out nomirror scale 0.4 font ',6.5'
set cblabel '{/:Italic R}_w' font ',7.5' textcolor rgb '#1A1A1A'
plot $data1 using 1:2:3 with image notitle
unset multiplot
