set terminal svg enhanced font 'Arial,7' size 226,240 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
1.19446 -0.157634 80.2491 0x45BDFF
-1.25407 0.165501 84.2542 0x37B8FF
EOD

set multiplot
# panel
set origin 0,0
set size 1,1
set lmargin at screen 0.0166667; set rmargin at screen 0.983333
set bmargin at screen 0.0708661; set tmargin at screen 0.984252
unset border; unset tics; unset xlabel; unset ylabel
set xrange [-2.68006:2.68006]
set yrange [-2.68006:2.68006]
set label 1 'two atoms' at graph 0.5,graph 0 offset character 0,-0.9 center front font ',7.5' textcolor rgb '#1A1A1A'
unset key
plot $data1 using 1:2:3:4 with points pointtype 15 pointsize variable linecolor rgb variable notitle
unset multiplot
