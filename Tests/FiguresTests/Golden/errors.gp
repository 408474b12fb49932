set terminal svg enhanced font 'Arial,7' size 317,219 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
90 50 0 10
300 52 0 19
EOD
$data2 << EOD
90 55 3.4
300 60 3.4
EOD

set multiplot
# panel
set origin 0,0
set size 1,1
set lmargin at screen 0.120238; set rmargin at screen 0.970238
set bmargin at screen 0.163793; set tmargin at screen 0.956897
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [81.6:308.4]
set format x '%h'
set xtics nomirror norotate 50
set xlabel 'T (K)' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [49.16:71.84]
set format y '%h'
set ytics nomirror norotate 5
set ylabel 'atoms' font ',7.5' textcolor rgb '#1A1A1A'
unset key
plot $data1 using 1:2:3:4 with vectors heads size graph 0.006,90 linewidth 0.7 linecolor rgb '#005493' notitle, \
  $data2 using 1:2:3 with points pointtype 7 pointsize variable linewidth 0.6 linecolor rgb '#005493' notitle
unset multiplot
