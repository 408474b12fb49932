set terminal svg enhanced font 'Arial,7' size 317,207 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
10 0.02
12.5 0.05
15 0.03
EOD
$data2 << EOD
10 0.01
12.5 0.045
15 0.045
EOD

set multiplot
# panel
set origin 0,0
set size 1,1
set lmargin at screen 0.154762; set rmargin at screen 0.970238
set bmargin at screen 0.172727; set tmargin at screen 0.954545
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [10:15]
set format x '%h'
set xtics nomirror norotate 1
set xlabel 'diameter (Å)' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [0:0.056]
set format y '%.2f'
set ytics nomirror norotate 0.01
set ylabel 'share per Å' font ',7.5' textcolor rgb '#1A1A1A'
set key inside top right Left reverse samplen 1.2 spacing 1.1 font ',6.5' textcolor rgb '#1A1A1A'
plot $data1 using 1:2 with lines linewidth 1.2 linecolor rgb '#005493' notitle, \
  $data2 using 1:2 with lines linewidth 1.2 linecolor rgb '#D9541A' notitle, \
  keyentry with lines linewidth 1.2 linecolor rgb '#005493' title 'particles', \
  keyentry with lines linewidth 1.2 linecolor rgb '#D9541A' title 'atoms'
unset multiplot
