set terminal svg enhanced font 'Arial,7' size 317,308 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
0 0 5.14 0x602A00
0 0 4.34 0xD55E00
EOD

set multiplot
# panel
set origin 0,0
set size 1,1
set lmargin at screen 0.163095; set rmargin at screen 0.970238
set bmargin at screen 0.155675; set tmargin at screen 0.969355
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [-0.54:0.54]
set format x '%.1f'
set xtics nomirror norotate 0.2
set xlabel 'latent 1' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [-0.54:0.54]
set format y '%.1f'
set ytics nomirror norotate 0.2
set ylabel 'latent 2' font ',7.5' textcolor rgb '#1A1A1A'
set key bmargin center horizontal Left reverse samplen 1.2 spacing 1.1 font ',6.5' textcolor rgb '#1A1A1A'
plot $data1 using 1:2:3:4 with points pointtype 7 pointsize variable linewidth 0.6 linecolor rgb variable notitle, \
  keyentry with points pointtype 7 pointsize 5*pt linecolor rgb '#D55E00' title 'sc', \
  keyentry with points pointtype 7 pointsize 5*pt linecolor rgb '#8C8C8C' title 'test'
unset multiplot
