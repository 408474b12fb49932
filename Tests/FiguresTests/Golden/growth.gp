set terminal svg enhanced font 'Arial,7' size 646,400 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
0.218 0.218 3.15692
2.018 0.218 0
0.218 2.018 0
2.018 2.018 0
EOD
$data2 << EOD
4 4 7.8 0x430800
4 4 7 0x941100
0 0 4.06667 0x430800
0 0 3.26667 0x941100
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
set palette defined (0 '#FFFFFF', 1 '#FBDDB5')
unset colorbox
plot $data1 using 1:2:3 with image notitle, \
  $data2 using 1:2:3:4 with points pointtype 7 pointsize variable linewidth 0.6 linecolor rgb variable notitle, \
  keyentry with points pointtype 7 pointsize 5*pt linecolor rgb '#941100' title 'sc', \
  keyentry with points pointtype 7 pointsize 5*pt linecolor rgb '#8C8C8C' title 'test', \
  keyentry with points pointtype 6 pointsize 4.03987*pt linecolor rgb '#4D4D4D' title '20 atoms', \
  keyentry with points pointtype 6 pointsize 5.57399*pt linecolor rgb '#4D4D4D' title '50 atoms'
unset multiplot
