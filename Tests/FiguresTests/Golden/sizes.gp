set terminal svg enhanced font 'Arial,7' size 317,207 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
9.5625 0.2 0.875
12.0625 0.5 0.875
14.5625 0.3 0.875
EOD
$data2 << EOD
10.4375 0.1 0.875
12.9375 0.45 0.875
15.4375 0.45 0.875
EOD

set multiplot
# panel
set origin 0,0
set size 1,1
set lmargin at screen 0.154762; set rmargin at screen 0.970238
set bmargin at screen 0.172727; set tmargin at screen 0.954545
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [8.5:16.5]
set format x '%h'
set xtics nomirror norotate 2
set xlabel 'diameter (Å)' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [0:0.65]
set format y '%.1f'
set ytics nomirror norotate 0.1
set ylabel 'share' font ',7.5' textcolor rgb '#1A1A1A'
set label 1 '13' at 10,0.2225 center front font ',6.5' textcolor rgb '#1A1A1A'
set label 2 '55' at 12.5,0.5225 center front font ',6.5' textcolor rgb '#1A1A1A'
set label 3 '147' at 15,0.4725 center front font ',6.5' textcolor rgb '#1A1A1A'
set key inside top right Left reverse samplen 1.2 spacing 1.1 font ',6.5' textcolor rgb '#1A1A1A'
plot $data1 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#005493' notitle, \
  $data2 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#D9541A' notitle, \
  keyentry with boxes fillstyle solid noborder linecolor rgb '#005493' title 'particles', \
  keyentry with boxes fillstyle solid noborder linecolor rgb '#D9541A' title 'atoms'
unset multiplot
