set terminal svg enhanced font 'Arial,7' size 317,207 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
0 0.82 0.76
EOD
$data2 << EOD
1 0.9176 0.76
EOD
$data3 << EOD
2 -0.0683 0.76
EOD

set multiplot
# panel
set origin 0,0
set size 1,1
set lmargin at screen 0.154762; set rmargin at screen 0.970238
set bmargin at screen 0.2; set tmargin at screen 0.954545
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [-0.6:2.6]
set format x '%h'
set xtics nomirror ('≤ 100' 0, '≤ 200' 1, '≤ 400' 2) norotate
set xlabel 'atoms' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [-0.076496:1.02771]
set format y '%.1f'
set ytics nomirror norotate 0.2
set ylabel 'order' font ',7.5' textcolor rgb '#1A1A1A'
set label 1 '0.820' at 0,0.852116 center front font ',6.5' textcolor rgb '#1A1A1A'
set label 2 '0.918' at 1,0.949716 center front font ',6.5' textcolor rgb '#1A1A1A'
set label 3 '−0.068' at 2,0.032116 center front font ',6.5' textcolor rgb '#1A1A1A'
unset key
plot $data1 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data2 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data3 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle
unset multiplot
