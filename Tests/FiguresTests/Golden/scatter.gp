set terminal svg enhanced font 'Arial,7' size 317,219 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
3 1 3
1 2 3
2 3 3
EOD

set multiplot
# panel
set origin 0,0
set size 1,1
set lmargin at screen 0.135714; set rmargin at screen 0.970238
set bmargin at screen 0.163793; set tmargin at screen 0.956897
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [0.92:3.08]
set format x '%.1f'
set xtics nomirror norotate 0.5
set xlabel 'a' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [0.92:3.08]
set format y '%.1f'
set ytics nomirror norotate 0.5
set ylabel 'b' font ',7.5' textcolor rgb '#1A1A1A'
set key inside top right Left reverse samplen 1.2 spacing 1.1 font ',6.5' textcolor rgb '#1A1A1A'
plot $data1 using 1:2:3 with points pointtype 7 pointsize variable linewidth 0.6 linecolor rgb '#005493' notitle
unset multiplot
