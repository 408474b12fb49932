set terminal svg enhanced font 'Arial,7' size 317,249 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
2 -2.36
4 -2.36
EOD
$data2 << EOD
2 0 1.5
3 5 1.5
4 -1 1.5
EOD
$data3 << EOD
2 0.5
3 4
4 -0.5
EOD
$data4 << EOD
2 -2.86
3 -1.36
4 -2.86
EOD
$data5 << EOD
2 -10.58
4 -10.58
EOD
$data6 << EOD
2 -8.22 1.5
3 -3.22 1.5
4 -9.22 1.5
EOD
$data7 << EOD
2 -7.72
3 -4.22
4 -8.72
EOD
$data8 << EOD
2 -11.08
3 -9.58
4 -11.08
EOD

set multiplot
# panel
set origin 0,0
set size 1,1
set lmargin at screen 0.0833333; set rmargin at screen 0.970238
set bmargin at screen 0.143939; set tmargin at screen 0.962121
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [2:4]
set format x '%.1f'
set xtics nomirror norotate 0.5
set xlabel '{/:Italic r} (Å)' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [-11.44:5.36]
set format y '%h'
unset ytics
set ylabel '{/:Italic G}({/:Italic r}), shifted' font ',7.5' textcolor rgb '#1A1A1A'
set label 1 'Au\_1.gr, {/:Italic R}_w = 0.183' at 3.98,4 right front font ',6.5' textcolor rgb '#1A1A1A'
set label 2 'Au\_1.gr, {/:Italic R}_w = 0.183' at 3.98,-4.22 right front font ',6.5' textcolor rgb '#1A1A1A'
unset key
plot $data1 using 1:2 with lines linewidth 0.4 linecolor rgb '#C8C8C8' notitle, \
  $data2 using 1:2:3 with points pointtype 6 pointsize variable linewidth 0.6 linecolor rgb '#8C8C8C' notitle, \
  $data3 using 1:2 with lines linewidth 0.9 linecolor rgb '#FF950E' notitle, \
  $data4 using 1:2 with lines linewidth 0.7 linecolor rgb '#2E8B57' notitle, \
  $data5 using 1:2 with lines linewidth 0.4 linecolor rgb '#C8C8C8' notitle, \
  $data6 using 1:2:3 with points pointtype 6 pointsize variable linewidth 0.6 linecolor rgb '#8C8C8C' notitle, \
  $data7 using 1:2 with lines linewidth 0.9 linecolor rgb '#FF950E' notitle, \
  $data8 using 1:2 with lines linewidth 0.7 linecolor rgb '#2E8B57' notitle
unset multiplot
