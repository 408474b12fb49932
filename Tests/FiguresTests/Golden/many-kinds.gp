set terminal svg enhanced font 'Arial,7' size 317,219 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
0 0 3
1 9 3
EOD
$data2 << EOD
1 1 3
EOD
$data3 << EOD
0 2 3
0 9 3
EOD
$data4 << EOD
1 3 3
EOD
$data5 << EOD
0 4 3
EOD
$data6 << EOD
1 5 3
EOD
$data7 << EOD
0 6 3
EOD
$data8 << EOD
1 7 3
EOD
$data9 << EOD
0 8 3
EOD

set multiplot
# panel
set origin 0,0
set size 1,1
set lmargin at screen 0.120238; set rmargin at screen 0.970238
set bmargin at screen 0.163793; set tmargin at screen 0.784483
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [-0.04:1.04]
set format x '%.1f'
set xtics nomirror norotate 0.2
set xlabel 'atoms' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [-0.36:9.36]
set format y '%h'
set ytics nomirror norotate 2
set ylabel 'diameter (Å)' font ',7.5' textcolor rgb '#1A1A1A'
set key tmargin center horizontal Left reverse samplen 1.2 spacing 1.1 font ',6.5' textcolor rgb '#1A1A1A'
plot $data1 using 1:2:3 with points pointtype 7 pointsize variable linewidth 0.6 linecolor rgb '#0072B2' notitle, \
  $data2 using 1:2:3 with points pointtype 7 pointsize variable linewidth 0.6 linecolor rgb '#D55E00' notitle, \
  $data3 using 1:2:3 with points pointtype 7 pointsize variable linewidth 0.6 linecolor rgb '#009E73' notitle, \
  $data4 using 1:2:3 with points pointtype 7 pointsize variable linewidth 0.6 linecolor rgb '#CC79A7' notitle, \
  $data5 using 1:2:3 with points pointtype 7 pointsize variable linewidth 0.6 linecolor rgb '#E69F00' notitle, \
  $data6 using 1:2:3 with points pointtype 7 pointsize variable linewidth 0.6 linecolor rgb '#56B4E9' notitle, \
  $data7 using 1:2:3 with points pointtype 7 pointsize variable linewidth 0.6 linecolor rgb '#000000' notitle, \
  $data8 using 1:2:3 with points pointtype 7 pointsize variable linewidth 0.6 linecolor rgb '#999999' notitle, \
  $data9 using 1:2:3 with points pointtype 7 pointsize variable linewidth 0.6 linecolor rgb '#0072B2' notitle, \
  keyentry with points pointtype 7 pointsize 3*pt linecolor rgb '#0072B2' title 'sc', \
  keyentry with points pointtype 7 pointsize 3*pt linecolor rgb '#D55E00' title 'bcc', \
  keyentry with points pointtype 7 pointsize 3*pt linecolor rgb '#009E73' title 'fcc', \
  keyentry with points pointtype 7 pointsize 3*pt linecolor rgb '#CC79A7' title 'hcp', \
  keyentry with points pointtype 7 pointsize 3*pt linecolor rgb '#E69F00' title 'icosahedral', \
  keyentry with points pointtype 7 pointsize 3*pt linecolor rgb '#56B4E9' title 'decahedral', \
  keyentry with points pointtype 7 pointsize 3*pt linecolor rgb '#000000' title 'octahedral', \
  keyentry with points pointtype 7 pointsize 3*pt linecolor rgb '#999999' title 'stacking', \
  keyentry with points pointtype 7 pointsize 3*pt linecolor rgb '#0072B2' title 'unknown'
unset multiplot
