set terminal svg enhanced font 'Arial,7' size 323,158 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
1.19446 -0.157634 20.7541 0x45BDFF
-1.25407 0.165501 21.7899 0x37B8FF
EOD
$data2 << EOD
2 -2.3
4 -2.3
EOD
$data3 << EOD
2 0 2
3 5 2
4 -1 2
EOD
$data4 << EOD
2 0.5
3 4
4 -0.5
EOD
$data5 << EOD
2 -2.8
3 -1.3
4 -2.8
EOD
$data6 << EOD
1.19446 -0.157634 20.7541 0x45BDFF
-1.25407 0.165501 21.7899 0x37B8FF
EOD

set multiplot
# panel
set origin 0,0
set size 0.19883,1
set lmargin at screen 0.0116959; set rmargin at screen 0.187135
set bmargin at screen 0.446429; set tmargin at screen 0.803571
unset border; unset tics; unset xlabel; unset ylabel
set xrange [-2.68006:2.68006]
set yrange [-2.68006:2.68006]
set label 1 'true' at graph 0.5,graph 0 offset character 0,-0.9 center front font ',7.5' textcolor rgb '#1A1A1A'
set label 'fcc' at graph 0.5,graph 0 offset character 0,-1.9 center front font ',7.5' textcolor rgb '#1A1A1A'
set label '2 atoms' at graph 0.5,graph 0 offset character 0,-2.9 center front font ',7.5' textcolor rgb '#1A1A1A'
unset key
plot $data1 using 1:2:3:4 with points pointtype 15 pointsize variable linecolor rgb variable notitle

# panel
unset label; unset object; unset arrow; unset logscale; unset title
set autoscale
set origin 0.19883,0
set size 0.549708,1
set lmargin at screen 0.327485; set rmargin at screen 0.719298
set bmargin at screen 0.22619; set tmargin at screen 0.940476
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [2:4]
set format x '%h'
set xtics nomirror norotate 1
set xlabel '{/:Italic r} (Å)' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [-3.1:5.324]
set format y '%h'
set ytics nomirror norotate 2
set ylabel '{/:Italic G}({/:Italic r}) (Å^{−2})' font ',7.5' textcolor rgb '#1A1A1A'
set label 1 '{/:Italic R}_w = 0.100' at graph 0.98,graph 0.94 right front font ',7' textcolor rgb '#1A1A1A'
unset key
plot $data2 using 1:2 with lines linewidth 0.5 linecolor rgb '#C8C8C8' notitle, \
  $data3 using 1:2:3 with points pointtype 6 pointsize variable linewidth 0.6 linecolor rgb '#8C8C8C' notitle, \
  $data4 using 1:2 with lines linewidth 1.1 linecolor rgb '#19ADFF' notitle, \
  $data5 using 1:2 with lines linewidth 0.8 linecolor rgb '#2E8B57' notitle

# panel
unset label; unset object; unset arrow; unset logscale; unset title
set autoscale
set origin 0.748538,0
set size 0.19883,1
set lmargin at screen 0.760234; set rmargin at screen 0.935673
set bmargin at screen 0.446429; set tmargin at screen 0.803571
unset border; unset tics; unset xlabel; unset ylabel
set xrange [-2.68006:2.68006]
set yrange [-2.68006:2.68006]
set label 1 'predicted' at graph 0.5,graph 0 offset character 0,-0.9 center front font ',7.5' textcolor rgb '#1A1A1A'
set label 'fcc' at graph 0.5,graph 0 offset character 0,-1.9 center front font ',7.5' textcolor rgb '#1A1A1A'
set label '2 atoms' at graph 0.5,graph 0 offset character 0,-2.9 center front font ',7.5' textcolor rgb '#1A1A1A'
unset key
plot $data6 using 1:2:3:4 with points pointtype 15 pointsize variable linecolor rgb variable notitle
unset multiplot
