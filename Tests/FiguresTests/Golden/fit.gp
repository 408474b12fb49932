set terminal svg enhanced font 'Arial,7' size 317,219 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
2 -2.3
4 -2.3
EOD
$data2 << EOD
2 0 2
3 5 2
4 -1 2
EOD
$data3 << EOD
2 0.5
3 4
4 -0.5
EOD
$data4 << EOD
2 -2.8
3 -1.3
4 -2.8
EOD

set multiplot
# panel
set origin 0,0
set size 1,1
set lmargin at screen 0.130952; set rmargin at screen 0.970238
set bmargin at screen 0.163793; set tmargin at screen 0.956897
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [2:4]
set format x '%.1f'
set xtics nomirror norotate 0.5
set xlabel '{/:Italic r} (Å)' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [-3.1:8.13955]
set format y '%h'
set ytics nomirror norotate 2
set ylabel '{/:Italic G}({/:Italic r}) (Å^{−2})' font ',7.5' textcolor rgb '#1A1A1A'
set key inside top right Left reverse samplen 1.2 spacing 1.1 font ',6.5' textcolor rgb '#1A1A1A'
plot $data1 using 1:2 with lines linewidth 0.5 linecolor rgb '#C8C8C8' notitle, \
  $data2 using 1:2:3 with points pointtype 6 pointsize variable linewidth 0.6 linecolor rgb '#8C8C8C' notitle, \
  $data3 using 1:2 with lines linewidth 1.1 linecolor rgb '#FF950E' notitle, \
  $data4 using 1:2 with lines linewidth 0.8 linecolor rgb '#2E8B57' notitle, \
  keyentry with points pointtype 6 pointsize 3*pt linecolor rgb '#8C8C8C' title 'Au\_1.gr', \
  keyentry with lines linewidth 1.1 linecolor rgb '#FF950E' title 'decahedral, 105 atoms', \
  keyentry with lines linewidth 1 linecolor rgb '#2E8B57' title 'difference', \
  keyentry with lines linetype nodraw title '{/:Italic R}_w = 0.183'
unset multiplot
