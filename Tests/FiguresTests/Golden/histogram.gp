set terminal svg enhanced font 'Arial,7' size 317,207 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
1.5 1 1
2.5 3 1
EOD

set multiplot
# panel
set origin 0,0
set size 1,1
set lmargin at screen 0.154762; set rmargin at screen 0.970238
set bmargin at screen 0.172727; set tmargin at screen 0.954545
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [1:3]
set format x '%.1f'
set xtics nomirror norotate 0.5
set xlabel 'atoms' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [0:3.18]
set format y '%.1f'
set ytics nomirror norotate 0.5
set ylabel 'count' font ',7.5' textcolor rgb '#1A1A1A'
unset key
plot $data1 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#4F81BD' notitle
unset multiplot
