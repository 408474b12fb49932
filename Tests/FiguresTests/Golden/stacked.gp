set terminal svg enhanced font 'Arial,7' size 317,151 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
0 1
1 1.9
2 1.45
EOD
$data2 << EOD
0 0
1 0.9
2 0.45
EOD

set multiplot
# panel
set origin 0,0
set size 1,1
set lmargin at screen 0.0833333; set rmargin at screen 0.970238
set bmargin at screen 0.2375; set tmargin at screen 0.9375
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [0:2]
set format x '%.1f'
set xtics nomirror norotate 0.5
set xlabel '{/:Italic r} (Å)' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [-0.45:2.12]
set format y '%h'
unset ytics
set ylabel '{/:Italic G}({/:Italic r}), scaled' font ',7.5' textcolor rgb '#1A1A1A'
set label 1 'a' at 1.98,1.45 right front font ',7' textcolor rgb '#00477D'
set label 2 'b' at 1.98,0.45 right front font ',7' textcolor rgb '#27764A'
unset key
plot $data1 using 1:2 with lines linewidth 0.9 linecolor rgb '#005493' notitle, \
  $data2 using 1:2 with lines linewidth 0.9 linecolor rgb '#2E8B57' notitle
unset multiplot
