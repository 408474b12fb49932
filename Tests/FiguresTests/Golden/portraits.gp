set terminal svg enhanced font 'Arial,7' size 646,400 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
4 4 7.8 0x0B4E73
4 4 7 0x19ADFF
0 0 4.06667 0x0B4E73
0 0 3.26667 0x19ADFF
EOD
$data2 << EOD
1.19446 -0.157634 20.7541 0x45BDFF
-1.25407 0.165501 21.7899 0x37B8FF
EOD

set multiplot
# panel
set origin 0,0
set size 1,1
set lmargin at screen 0.0760234; set rmargin at screen 0.807018
set bmargin at screen 0.0896057; set tmargin at screen 0.97642
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [-0.8:4.8]
set format x '%.1f'
set xtics nomirror norotate 0.5
set xlabel 'latent 1' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [-0.8:4.8]
set format y '%.1f'
set ytics nomirror norotate 0.5
set ylabel 'latent 2' font ',7.5' textcolor rgb '#1A1A1A'
set arrow from 4,4 to 4.40768,4 nohead front linewidth 0.7 linecolor rgb '#4D4D4D'
set key rmargin top Left reverse samplen 1.2 spacing 1.1 font ',6.5' textcolor rgb '#1A1A1A'
plot $data1 using 1:2:3:4 with points pointtype 7 pointsize variable linewidth 0.6 linecolor rgb variable notitle, \
  keyentry with points pointtype 7 pointsize 5*pt linecolor rgb '#19ADFF' title 'fcc', \
  keyentry with points pointtype 7 pointsize 5*pt linecolor rgb '#8C8C8C' title 'test', \
  keyentry with points pointtype 6 pointsize 4.03987*pt linecolor rgb '#4D4D4D' title '20 atoms', \
  keyentry with points pointtype 6 pointsize 5.57399*pt linecolor rgb '#4D4D4D' title '50 atoms'

# panel
unset label; unset object; unset arrow; unset logscale; unset title
set autoscale
set origin 0.711947,0.77899
set size 0.0877193,0.141483
set lmargin at screen 0.711947; set rmargin at screen 0.799666
set bmargin at screen 0.77899; set tmargin at screen 0.920473
unset border; unset tics; unset xlabel; unset ylabel
set xrange [-2.68006:2.68006]
set yrange [-2.68006:2.68006]
unset key
plot $data2 using 1:2:3:4 with points pointtype 15 pointsize variable linecolor rgb variable notitle
unset multiplot
