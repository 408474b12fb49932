set terminal svg enhanced font 'Arial,7' size 646,400 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
0 0
1 1
EOD
$data2 << EOD
0 0
1 1
EOD
$data3 << EOD
0 0
1 1
EOD

set multiplot
# panel
set origin 0,0.5
set size 0.5,0.5
set lmargin at screen 0.074269; set rmargin at screen 0.48538
set bmargin at screen 0.589744; set tmargin at screen 0.976383
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [0:1]
set format x '%.1f'
set xtics nomirror norotate 0.2
set xlabel '{/:Italic r} (Å)' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [-0.0573066:1.14613]
set format y '%.1f'
set ytics nomirror norotate 0.2
set ylabel '{/:Italic G}({/:Italic r}) (Å^{−2})' font ',7.5' textcolor rgb '#1A1A1A'
set label 98 '(a)' at screen 0.00350877,0.976383 left front font 'Arial:Bold,8' textcolor rgb '#1A1A1A'
set key inside top right Left reverse samplen 1.2 spacing 1.1 font ',6.5' textcolor rgb '#1A1A1A'
plot $data1 using 1:2 with lines linewidth 1.1 linecolor rgb '#005493' notitle, \
  keyentry with lines linewidth 1.1 linecolor rgb '#005493' title 'a'

# panel
unset label; unset object; unset arrow; unset logscale; unset title
set autoscale
set origin 0.5,0.5
set size 0.5,0.5
set lmargin at screen 0.574269; set rmargin at screen 0.98538
set bmargin at screen 0.589744; set tmargin at screen 0.976383
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [0:1]
set format x '%.1f'
set xtics nomirror norotate 0.2
set xlabel '{/:Italic r} (Å)' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [-0.0573066:1.14613]
set format y '%.1f'
set ytics nomirror norotate 0.2
set ylabel '{/:Italic G}({/:Italic r}) (Å^{−2})' font ',7.5' textcolor rgb '#1A1A1A'
set label 98 '(b)' at screen 0.503509,0.976383 left front font 'Arial:Bold,8' textcolor rgb '#1A1A1A'
set key inside top right Left reverse samplen 1.2 spacing 1.1 font ',6.5' textcolor rgb '#1A1A1A'
plot $data2 using 1:2 with lines linewidth 1.1 linecolor rgb '#005493' notitle, \
  keyentry with lines linewidth 1.1 linecolor rgb '#005493' title 'a'

# panel
unset label; unset object; unset arrow; unset logscale; unset title
set autoscale
set origin 0,0
set size 0.5,0.5
set lmargin at screen 0.074269; set rmargin at screen 0.48538
set bmargin at screen 0.0897436; set tmargin at screen 0.476383
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [0:1]
set format x '%.1f'
set xtics nomirror norotate 0.2
set xlabel '{/:Italic r} (Å)' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [-0.0573066:1.14613]
set format y '%.1f'
set ytics nomirror norotate 0.2
set ylabel '{/:Italic G}({/:Italic r}) (Å^{−2})' font ',7.5' textcolor rgb '#1A1A1A'
set label 98 '(c)' at screen 0.00350877,0.476383 left front font 'Arial:Bold,8' textcolor rgb '#1A1A1A'
set key inside top right Left reverse samplen 1.2 spacing 1.1 font ',6.5' textcolor rgb '#1A1A1A'
plot $data3 using 1:2 with lines linewidth 1.1 linecolor rgb '#005493' notitle, \
  keyentry with lines linewidth 1.1 linecolor rgb '#005493' title 'a'
unset multiplot
