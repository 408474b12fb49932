set terminal svg enhanced font 'Arial,7' size 646,400 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
0 0 7 0xA619ADFF
EOD
$data2 << EOD
1 2 5 0x733E61
1 2 4.2 0xFF8AD8
EOD
$data3 << EOD
2 1 6.1598 0x733E61
2 1 5.3598 0xFF8AD8
EOD
$data4 << EOD
1.01 0.98 1.1
EOD
$data5 << EOD
1.3 1
1.29886 1.01307
1.29544 1.02605
1.28978 1.03882
1.28191 1.0513
1.27189 1.06339
1.25981 1.075
1.24575 1.08604
1.22981 1.09642
1.21213 1.10607
1.19284 1.11491
1.17207 1.12287
1.15 1.1299
1.12679 1.13595
1.10261 1.14095
1.07765 1.14489
1.05209 1.14772
1.02615 1.14943
1 1.15
0.973853 1.14943
0.947906 1.14772
0.922354 1.14489
0.897394 1.14095
0.873215 1.13595
0.85 1.1299
0.827927 1.12287
0.807164 1.11491
0.787868 1.10607
0.770187 1.09642
0.754254 1.08604
0.740192 1.075
0.728108 1.06339
0.718092 1.0513
0.710222 1.03882
0.704558 1.02605
0.701142 1.01307
0.7 1
0.701142 0.986927
0.704558 0.973953
0.710222 0.961177
0.718092 0.948697
0.728108 0.936607
0.740192 0.925
0.754254 0.913964
0.770187 0.903582
0.787868 0.893934
0.807164 0.885093
0.827927 0.877127
0.85 0.870096
0.873215 0.864054
0.897394 0.859046
0.922354 0.855111
0.947906 0.852279
0.973853 0.850571
1 0.85
1.02615 0.850571
1.05209 0.852279
1.07765 0.855111
1.10261 0.859046
1.12679 0.864054
1.15 0.870096
1.17207 0.877127
1.19284 0.885093
1.21213 0.893934
1.22981 0.903582
1.24575 0.913964
1.25981 0.925
1.27189 0.936607
1.28191 0.948697
1.28978 0.961177
1.29544 0.973953
1.29886 0.986927
1.3 1
EOD
$data6 << EOD
1 1 6.8 0xFFFFFF
1 1 6 0x1A1A1A
EOD
$data7 << EOD
0.5 0.5 8
EOD
$data8 << EOD
0.5 0.5 7
EOD

set multiplot
# panel
set origin 0,0
set size 1,1
set lmargin at screen 0.080117; set rmargin at screen 0.807018
set bmargin at screen 0.0896057; set tmargin at screen 0.97642
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [-0.08:2.08]
set format x '%.1f'
set xtics nomirror norotate 0.2
set xlabel 'latent 1' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [-0.08:2.08]
set format y '%.1f'
set ytics nomirror norotate 0.2
set ylabel 'latent 2' font ',7.5' textcolor rgb '#1A1A1A'
set label 1 'Au144' at 1,1.06892 center front font 'Arial:Bold,7' textcolor rgb '#1A1A1A' boxed
set label 2 '1' at 0.53936,0.5 center front font 'Arial:Bold,7' textcolor rgb '#1A1A1A' boxed
set key rmargin top Left reverse samplen 1.2 spacing 1.1 font ',6.5' textcolor rgb '#1A1A1A'
plot $data1 using 1:2:3:4 with points pointtype 7 pointsize variable linewidth 0.6 linecolor rgb variable notitle, \
  $data2 using 1:2:3:4 with points pointtype 7 pointsize variable linewidth 0.6 linecolor rgb variable notitle, \
  $data3 using 1:2:3:4 with points pointtype 13 pointsize variable linewidth 0.6 linecolor rgb variable notitle, \
  $data4 using 1:2:3 with points pointtype 7 pointsize variable linewidth 0.6 linecolor rgb '#8C1A1A1A' notitle, \
  $data5 using 1:2 with lines linewidth 0.9 linecolor rgb '#CC6EAD' notitle, \
  $data6 using 1:2:3:4 with points pointtype 13 pointsize variable linewidth 0.6 linecolor rgb variable notitle, \
  $data7 using 1:2:3 with points pointtype 2 pointsize variable linewidth 3.2 linecolor rgb '#FFFFFF' notitle, \
  $data8 using 1:2:3 with points pointtype 2 pointsize variable linewidth 1.4 linecolor rgb '#7B2D8E' notitle, \
  keyentry with points pointtype 7 pointsize 5*pt linecolor rgb '#19ADFF' title 'fcc', \
  keyentry with points pointtype 7 pointsize 5*pt linecolor rgb '#FF8AD8' title 'hcp', \
  keyentry with points pointtype 7 pointsize 5*pt linecolor rgb '#A68C8C8C' title 'training', \
  keyentry with points pointtype 7 pointsize 5*pt linecolor rgb '#8C8C8C' title 'test', \
  keyentry with points pointtype 13 pointsize 5*pt linecolor rgb '#8C8C8C' title 'never seen', \
  keyentry with points pointtype 13 pointsize 5*pt linecolor rgb '#1A1A1A' title 'PDF', \
  keyentry with points pointtype 2 pointsize 5*pt linecolor rgb '#7B2D8E' title 'measured PDF', \
  keyentry with lines linewidth 0.9 linecolor rgb '#4D4D4D' title '3 σ', \
  keyentry with points pointtype 7 pointsize 1.5*pt linecolor rgb '#8C1A1A1A' title 'samples', \
  keyentry with points pointtype 6 pointsize 7*pt linecolor rgb '#4D4D4D' title '100 atoms'
unset multiplot
