set terminal svg enhanced font 'Arial,7' size 317,207 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
-0.19 0.25 0.38
EOD
$data2 << EOD
0.81 0.5 0.38
EOD
$data3 << EOD
0.19 0.125 0.38
EOD
$data4 << EOD
1.19 1 0.38
EOD

set multiplot
# panel
set origin 0,0
set size 1,1
set lmargin at screen 0.154762; set rmargin at screen 0.970238
set bmargin at screen 0.2; set tmargin at screen 0.954545
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [-0.6:1.6]
set format x '%h'
set xtics nomirror ('fcc' 0, 'hcp' 1) norotate
set xlabel 'type' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [0:1.12]
set format y '%.1f'
set ytics nomirror norotate 0.2
set ylabel 'MAE (Å)' font ',7.5' textcolor rgb '#1A1A1A'
set key tmargin center horizontal Left reverse samplen 1.2 spacing 1.1 font ',6.5' textcolor rgb '#1A1A1A'
plot $data1 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#A3A3A3' notitle, \
  $data2 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#ABD1BC' notitle, \
  $data3 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#1A1A1A' notitle, \
  $data4 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#2E8B57' notitle, \
  keyentry with boxes fillstyle solid noborder linecolor rgb '#B8B8B8' title 'before', \
  keyentry with boxes fillstyle solid noborder linecolor rgb '#4D4D4D' title 'after'
unset multiplot
