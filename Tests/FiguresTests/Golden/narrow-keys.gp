set terminal svg enhanced font 'Arial,7' size 646,148 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
0 0
3 12
30 0
EOD
$data2 << EOD
0 0
3 12
30 0
EOD
$data3 << EOD
2 -2.3
4 -2.3
EOD
$data4 << EOD
2 0 2
3 5 2
4 -1 2
EOD
$data5 << EOD
2 0.5
3 4
4 -0.5
EOD
$data6 << EOD
2 -2.8
3 -1.3
4 -2.8
EOD
$data7 << EOD
2 -2.3
4 -2.3
EOD
$data8 << EOD
2 0 2
3 5 2
4 -1 2
EOD
$data9 << EOD
2 0.5
3 4
4 -0.5
EOD
$data10 << EOD
2 -2.8
3 -1.3
4 -2.8
EOD

set multiplot
# panel
set origin 0,0
set size 0.333333,1
set lmargin at screen 0.0643275; set rmargin at screen 0.318713
set bmargin at screen 0.241379; set tmargin at screen 0.758621
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [0:30]
set format x '%h'
set xtics nomirror norotate 10
set xlabel '{/:Italic r} (Å)' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [-0.624:12.48]
set format y '%h'
set ytics nomirror norotate 5
set ylabel '{/:Italic G}({/:Italic r}) (Å^{−2})' font ',7.5' textcolor rgb '#1A1A1A'
set label 98 '(a)' at screen 0.00350877,0.936479 left front font 'Arial:Bold,8' textcolor rgb '#1A1A1A'
set key tmargin center horizontal Left reverse samplen 1.2 spacing 1.1 font ',6.5' textcolor rgb '#1A1A1A'
plot $data1 using 1:2 with lines linewidth 0.9 linecolor rgb '#005493' notitle, \
  $data2 using 1:2 with lines linewidth 0.9 linecolor rgb '#D9541A' notitle, \
  keyentry with lines linewidth 1 linecolor rgb '#005493' title 'icosahedron "Au", shells: 3', \
  keyentry with lines linewidth 1 linecolor rgb '#D9541A' title 'decahedron "Au", p: 2, q: 2, r: 1'

# panel
unset label; unset object; unset arrow; unset logscale; unset title
set autoscale
set origin 0.333333,0
set size 0.333333,1
set lmargin at screen 0.397661; set rmargin at screen 0.652047
set bmargin at screen 0.241379; set tmargin at screen 0.606171
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [2:4]
set format x '%.1f'
set xtics nomirror norotate 0.5
set xlabel '{/:Italic r} (Å)' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [-3.1:8.13955]
set format y '%h'
set ytics nomirror norotate 5
set ylabel '{/:Italic G}({/:Italic r}) (Å^{−2})' font ',7.5' textcolor rgb '#1A1A1A'
set label 98 '(b)' at screen 0.336842,0.936479 left front font 'Arial:Bold,8' textcolor rgb '#1A1A1A'
set key tmargin center horizontal Left reverse samplen 1.2 spacing 1.1 font ',6.5' textcolor rgb '#1A1A1A'
plot $data3 using 1:2 with lines linewidth 0.5 linecolor rgb '#C8C8C8' notitle, \
  $data4 using 1:2:3 with points pointtype 6 pointsize variable linewidth 0.6 linecolor rgb '#8C8C8C' notitle, \
  $data5 using 1:2 with lines linewidth 1.1 linecolor rgb '#19ADFF' notitle, \
  $data6 using 1:2 with lines linewidth 0.8 linecolor rgb '#2E8B57' notitle, \
  keyentry with points pointtype 6 pointsize 3*pt linecolor rgb '#8C8C8C' title 'Au144PET\_100K-00000.gr', \
  keyentry with lines linewidth 1.1 linecolor rgb '#19ADFF' title 'decahedral, 105 atoms', \
  keyentry with lines linewidth 1 linecolor rgb '#2E8B57' title 'difference', \
  keyentry with lines linetype nodraw title '{/:Italic R}_w = 0.183'

# panel
unset label; unset object; unset arrow; unset logscale; unset title
set autoscale
set origin 0.666667,0
set size 0.333333,1
set lmargin at screen 0.730994; set rmargin at screen 0.98538
set bmargin at screen 0.241379; set tmargin at screen 0.606171
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [2:4]
set format x '%.1f'
set xtics nomirror norotate 0.5
set xlabel '{/:Italic r} (Å)' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [-3.1:8.13955]
set format y '%h'
set ytics nomirror norotate 5
set ylabel '{/:Italic G}({/:Italic r}) (Å^{−2})' font ',7.5' textcolor rgb '#1A1A1A'
set label 98 '(c)' at screen 0.670175,0.936479 left front font 'Arial:Bold,8' textcolor rgb '#1A1A1A'
set key tmargin center horizontal Left reverse samplen 1.2 spacing 1.1 font ',6.5' textcolor rgb '#1A1A1A'
plot $data7 using 1:2 with lines linewidth 0.5 linecolor rgb '#C8C8C8' notitle, \
  $data8 using 1:2:3 with points pointtype 6 pointsize variable linewidth 0.6 linecolor rgb '#8C8C8C' notitle, \
  $data9 using 1:2 with lines linewidth 1.1 linecolor rgb '#19ADFF' notitle, \
  $data10 using 1:2 with lines linewidth 0.8 linecolor rgb '#2E8B57' notitle, \
  keyentry with points pointtype 6 pointsize 3*pt linecolor rgb '#8C8C8C' title 'Au144PET\_100K-00000.gr', \
  keyentry with lines linewidth 1.1 linecolor rgb '#19ADFF' title 'decahedral, 105 atoms', \
  keyentry with lines linewidth 1 linecolor rgb '#2E8B57' title 'difference', \
  keyentry with lines linetype nodraw title '{/:Italic R}_w = 0.183'
unset multiplot
