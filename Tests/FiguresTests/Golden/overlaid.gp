set terminal svg enhanced font 'Arial,7' size 317,196 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
0 0
1 2
2 1
EOD
$data2 << EOD
0 1
1 NaN
EOD

set multiplot
# panel
set origin 0,0
set size 1,1
set lmargin at screen 0.15119; set rmargin at screen 0.970238
set bmargin at screen 0.182692; set tmargin at screen 0.951923
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [0:2]
set format x '%.1f'
set xtics nomirror norotate 0.5
set xlabel '{/:Italic r} (Å)' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [-0.12388:2.47761]
set format y '%.1f'
set ytics nomirror norotate 0.5
set ylabel '{/:Italic G}({/:Italic r}) (Å^{−2})' font ',7.5' textcolor rgb '#1A1A1A'
set key inside top right Left reverse samplen 1.2 spacing 1.1 font ',6.5' textcolor rgb '#1A1A1A'
plot $data1 using 1:2 with lines linewidth 0.9 linecolor rgb '#005493' notitle, \
  $data2 using 1:2 with lines linewidth 0.9 linecolor rgb '#D9541A' notitle, \
  keyentry with lines linewidth 1 linecolor rgb '#005493' title 'a', \
  keyentry with lines linewidth 1 linecolor rgb '#D9541A' title 'b'
unset multiplot
