set terminal svg enhanced font 'Arial,7' size 646,184 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
0.1 0.1 3
0.5 0.5 3
1 1 3
EOD
$data2 << EOD
0.00111 1 0.00022
0.00133 0 0.00022
0.00155 0 0.00022
0.00177 0 0.00022
0.00199 2 0.00022
EOD
$data3 << EOD
0 0 3 1
18 17 3 0.5
-22 -28 3 0.1
EOD

set multiplot
# panel
set origin 0,0
set size 0.333333,1
set lmargin at screen 0.0666667; set rmargin at screen 0.318713
set bmargin at screen 0.194444; set tmargin at screen 0.94883
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [0.064:1.036]
set format x '%.1f'
set xtics nomirror norotate 0.2
set xlabel 'given (Å^{2})' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [0.064:1.036]
set format y '%.1f'
set ytics nomirror norotate 0.2
set ylabel 'fitted (Å^{2})' font ',7.5' textcolor rgb '#1A1A1A'
set label 98 '(a)' at screen 0.00350877,0.94883 left front font 'Arial:Bold,8' textcolor rgb '#1A1A1A'
set key inside top left Left reverse samplen 1.2 spacing 1.1 font ',6.5' textcolor rgb '#1A1A1A'
plot $data1 using 1:2:3 with points pointtype 7 pointsize variable linewidth 0.6 linecolor rgb '#005493' notitle

# panel
unset label; unset object; unset arrow; unset logscale; unset title
set autoscale
set origin 0.333333,0
set size 0.333333,1
set lmargin at screen 0.409357; set rmargin at screen 0.652047
set bmargin at screen 0.194444; set tmargin at screen 0.94883
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [0.001:0.0021]
set format x '%.4f'
set xtics nomirror norotate 0.0005
set xlabel 'a' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [0:2.12]
set format y '%.1f'
set ytics nomirror norotate 0.5
set ylabel 'count' font ',7.5' textcolor rgb '#1A1A1A'
set label 98 '(b)' at screen 0.336842,0.94883 left front font 'Arial:Bold,8' textcolor rgb '#1A1A1A'
unset key
plot $data2 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#4F81BD' notitle

# panel
unset label; unset object; unset arrow; unset logscale; unset title
set autoscale
set origin 0.666667,0
set size 0.333333,1
set lmargin at screen 0.733333; set rmargin at screen 0.900585
set bmargin at screen 0.194444; set tmargin at screen 0.94883
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [-23.6:19.6]
set format x '%h'
set xtics nomirror norotate 10
set xlabel 'latent 1' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [-29.8:18.8]
set format y '%h'
set ytics nomirror norotate 10
set ylabel 'latent 2' font ',7.5' textcolor rgb '#1A1A1A'
set label 98 '(c)' at screen 0.670175,0.94883 left front font 'Arial:Bold,8' textcolor rgb '#1A1A1A'
unset key
set palette defined (0 '#440154', 1 '#472D7B', 2 '#3B528B', 3 '#2C728E', 4 '#21918C', 5 '#28AE80', 6 '#5EC962', 7 '#ADDC30', 8 '#FDE725')
set colorbox; set autoscale cbfix; set format cb '%.1f'
set cbtics 0.2 out nomirror scale 0.4 font ',6.5'
set cblabel '{/:Italic R}_w' font ',7.5' textcolor rgb '#1A1A1A'
plot $data3 using 1:2:3:4 with points pointtype 7 pointsize variable linecolor palette notitle
unset multiplot
