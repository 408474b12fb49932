set terminal svg enhanced font 'Arial,7' size 646,400 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
0 0 4.63316 0xA619ADFF
EOD
$data2 << EOD
4 4 7.8 0x733E61
4 4 7 0xFF8AD8
EOD
$data3 << EOD
4 1 6.77238 0x2C305C
4 1 5.97238 0x626BCC
EOD

set multiplot
# panel
set origin 0,0
set size 1,1
set lmargin at screen 0.0760234; set rmargin at screen 0.807018
set bmargin at screen 0.0896057; set tmargin at screen 0.97642
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [-0.16:4.16]
set format x '%.1f'
set xtics nomirror norotate 0.5
set xlabel 'latent 1' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [-0.16:4.16]
set format y '%.1f'
set ytics nomirror norotate 0.5
set ylabel 'latent 2' font ',7.5' textcolor rgb '#1A1A1A'
set key rmargin top Left reverse samplen 1.2 spacing 1.1 font ',6.5' textcolor rgb '#1A1A1A'
plot $data1 using 1:2:3:4 with points pointtype 7 pointsize variable linewidth 0.6 linecolor rgb variable notitle, \
  $data2 using 1:2:3:4 with points pointtype 7 pointsize variable linewidth 0.6 linecolor rgb variable notitle, \
  $data3 using 1:2:3:4 with points pointtype 7 pointsize variable linewidth 0.6 linecolor rgb variable notitle, \
  keyentry with points pointtype 7 pointsize 5*pt linecolor rgb '#19ADFF' title 'fcc', \
  keyentry with points pointtype 7 pointsize 5*pt linecolor rgb '#FF8AD8' title 'hcp', \
  keyentry with points pointtype 7 pointsize 5*pt linecolor rgb '#5973D2' title 'faulted, few h', \
  keyentry with points pointtype 7 pointsize 5*pt linecolor rgb '#8E44AD' title 'faulted, half h', \
  keyentry with points pointtype 7 pointsize 5*pt linecolor rgb '#C164C0' title 'faulted, many h', \
  keyentry with points pointtype 7 pointsize 5*pt linecolor rgb '#8C8C8C' title 'test', \
  keyentry with points pointtype 6 pointsize 5.97238*pt linecolor rgb '#4D4D4D' title '20 atoms'
unset multiplot
