set terminal svg enhanced font 'Arial,7' size 317,219 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
90 2.85 0 0.02
200 2.86 0 0.02
300 2.87 0 0.04
EOD
$data2 << EOD
90 2.86
200 2.87
300 2.89
EOD
$data3 << EOD
90 2.86 3
200 2.87 3
300 2.89 3
EOD
$data4 << EOD
90 2.85
200 2.87
300 2.88
EOD

set multiplot
# panel
set origin 0,0
set size 1,1
set lmargin at screen 0.15119; set rmargin at screen 0.970238
set bmargin at screen 0.163793; set tmargin at screen 0.956897
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [81.6:308.4]
set format x '%h'
set xtics nomirror norotate 50
set xlabel 'T (K)' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [2.8476:2.9124]
set format y '%.2f'
set ytics nomirror norotate 0.01
set ylabel '' font ',7.5' textcolor rgb '#1A1A1A'
set key inside top left Left reverse samplen 1.2 spacing 1.1 font ',6.5' textcolor rgb '#1A1A1A'
plot $data1 using 1:2:3:4 with vectors heads size graph 0.006,90 linewidth 0.7 linecolor rgb '#005493' notitle, \
  $data2 using 1:2 with lines linewidth 1 linecolor rgb '#005493' notitle, \
  $data3 using 1:2:3 with points pointtype 5 pointsize variable linewidth 0.6 linecolor rgb '#005493' notitle, \
  $data4 using 1:2 with lines linewidth 1 dashtype (4,3) linecolor rgb '#D9541A' notitle, \
  keyentry with points pointtype 5 pointsize 3*pt linecolor rgb '#005493' title 'd (Å)', \
  keyentry with lines linewidth 1 linecolor rgb '#D9541A' title 'model'
unset multiplot
