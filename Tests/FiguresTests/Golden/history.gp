set terminal svg enhanced font 'Arial,7' size 317,219 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
1 1
2 0.1
3 0
EOD
$data2 << EOD
1 2
2 0.3
3 0.2
EOD

set multiplot
# panel
set origin 0,0
set size 1,1
set lmargin at screen 0.166667; set rmargin at screen 0.970238
set bmargin at screen 0.163793; set tmargin at screen 0.956897
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [1:3]
set format x '%.1f'
set xtics nomirror norotate 0.5
set xlabel 'epoch' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [0.0887072:2.25461]
set logscale y
set format y '10^{%T}'
set ytics nomirror ('0.1' 0.1, '0.2' 0.2, '0.5' 0.5, '1' 1, '2' 2) norotate
set ylabel 'loss' font ',7.5' textcolor rgb '#1A1A1A'
set key inside top right Left reverse samplen 1.2 spacing 1.1 font ',6.5' textcolor rgb '#1A1A1A'
plot $data1 using 1:2 with lines linewidth 1 linecolor rgb '#005493' notitle, \
  $data2 using 1:2 with lines linewidth 1 linecolor rgb '#D9541A' notitle, \
  keyentry with lines linewidth 1 linecolor rgb '#005493' title 'training', \
  keyentry with lines linewidth 1 linecolor rgb '#D9541A' title 'validation'
unset multiplot
