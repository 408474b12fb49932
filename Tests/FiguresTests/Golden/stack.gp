set terminal svg enhanced font 'Arial,7' size 317,287 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
1 3
3 1
EOD
$data2 << EOD
1 30
3 10
EOD

set multiplot
# panel
set origin 0,0.5
set size 1,0.5
set lmargin at screen 0.135714; set rmargin at screen 0.970238
set bmargin at screen 0.625; set tmargin at screen 0.967105
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [1:3]
set format x '%.1f'
set xtics nomirror norotate 0.5
set xlabel '' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [0.92:3.08]
set format y '%h'
set ytics nomirror norotate 1
set ylabel 'loss' font ',7.5' textcolor rgb '#1A1A1A'
set key inside top right Left reverse samplen 1.2 spacing 1.1 font ',6.5' textcolor rgb '#1A1A1A'
plot $data1 using 1:2 with lines linewidth 1 linecolor rgb '#005493' notitle

# panel
unset label; unset object; unset arrow; unset logscale; unset title
set autoscale
set origin 0,0
set size 1,0.5
set lmargin at screen 0.135714; set rmargin at screen 0.970238
set bmargin at screen 0.125; set tmargin at screen 0.467105
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [1:3]
set format x '%.1f'
set xtics nomirror norotate 0.5
set xlabel 'step' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [9.2:30.8]
set format y '%h'
set ytics nomirror norotate 10
set ylabel 'error (%)' font ',7.5' textcolor rgb '#1A1A1A'
set key inside top right Left reverse samplen 1.2 spacing 1.1 font ',6.5' textcolor rgb '#1A1A1A'
plot $data2 using 1:2 with lines linewidth 1 linecolor rgb '#005493' notitle
unset multiplot
