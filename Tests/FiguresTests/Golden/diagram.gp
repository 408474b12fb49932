set terminal svg enhanced font 'Arial,7' size 646,196 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
2 9.5
13 22.5
24 13.8333
EOD
$data2 << EOD
0 0 47.2441 0x19ADFF
EOD
$data3 << EOD
0 0 41.686 0x19ADFF
EOD

set multiplot
# panel
set origin 0,0
set size 1,1
set lmargin at screen 0; set rmargin at screen 1
set bmargin at screen 0; set tmargin at screen 1
unset border; unset tics; unset xlabel; unset ylabel
set xrange [0:171]
set yrange [0:52]
set label 1 'training only' at 62,48.6 center front font ',6.5' textcolor rgb '#6E757C'
set label 2 'training and use' at 79,24.4 center front font ',6.5' textcolor rgb '#6F786F'
set label 3 'KL divergence' at 110,29 left front font ',6.5' textcolor rgb '#1A1A1A'
set label 4 'structure' at 12,29.3 center front font ',6.5' textcolor rgb '#1A1A1A'
set label 5 'PDF' at 13,7 center front font ',6.5' textcolor rgb '#1A1A1A'
set label 6 'r/d' at 61.5,18 center front font ',6.5' textcolor rgb '#1A1A1A'
set label 7 '× d' at 152,9 left front font ',6.5' textcolor rgb '#1A1A1A'
set label 8 'structure' at 163,6.5 center front font ',6.5' textcolor rgb '#1A1A1A'
set object 1 rectangle center 62,40 size 58,12 behind fillstyle solid border linecolor rgb '#9AA3AD' fillcolor rgb '#DCE9F7' linewidth 0.5
set label 110 'posterior' at 62,41.5 center front font ',6.5' textcolor rgb '#1A1A1A'
set label 111 'a' at 62,38.5 center front font ',6.5' textcolor rgb '#1A1A1A'
set object 2 rectangle center 45,16 size 24,12 behind fillstyle solid border linecolor rgb '#9BA89B' fillcolor rgb '#DDF0DD' linewidth 0.5
set label 120 'bond length d' at 45,17.5 center front font ',6.5' textcolor rgb '#1A1A1A'
set label 121 'b' at 45,14.5 center front font ',6.5' textcolor rgb '#1A1A1A'
set object 3 rectangle center 79,16 size 24,12 behind fillstyle solid border linecolor rgb '#9BA89B' fillcolor rgb '#DDF0DD' linewidth 0.5
set label 130 'prior' at 79,17.5 center front font ',6.5' textcolor rgb '#1A1A1A'
set label 131 'c' at 79,14.5 center front font ',6.5' textcolor rgb '#1A1A1A'
set object 4 rectangle center 108,16 size 20,12 behind fillstyle solid border linecolor rgb '#9BA89B' fillcolor rgb '#DDF0DD' linewidth 0.5
set label 140 'latent' at 108,17.5 center front font ',6.5' textcolor rgb '#1A1A1A'
set label 141 'd' at 108,14.5 center front font ',6.5' textcolor rgb '#1A1A1A'
set object 5 rectangle center 136,16 size 24,12 behind fillstyle solid border linecolor rgb '#9BA89B' fillcolor rgb '#DDF0DD' linewidth 0.5
set label 150 'decoder' at 136,17.5 center front font ',6.5' textcolor rgb '#1A1A1A'
set label 151 'e' at 136,14.5 center front font ',6.5' textcolor rgb '#1A1A1A'
set arrow from 22,40 to 32.5,40 head filled size screen 0.008,18 front linewidth 0.7 linecolor rgb '#4D4D4D'
set arrow from 25,16 to 32.5,16 head filled size screen 0.008,18 front linewidth 0.7 linecolor rgb '#4D4D4D'
set arrow from 57,16 to 66.5,16 head filled size screen 0.008,18 front linewidth 0.7 linecolor rgb '#4D4D4D'
set arrow from 91,16 to 97.5,16 head filled size screen 0.008,18 front linewidth 0.7 linecolor rgb '#4D4D4D'
set arrow from 118,16 to 123.5,16 head filled size screen 0.008,18 front linewidth 0.7 linecolor rgb '#4D4D4D'
set arrow from 148,16 to 154.5,16 head filled size screen 0.008,18 front linewidth 0.7 linecolor rgb '#4D4D4D'
set arrow from 91,40 to 108,40 nohead front linewidth 0.7 linecolor rgb '#4D4D4D'
set arrow from 108,40 to 108,22.5 head filled size screen 0.008,18 front linewidth 0.7 linecolor rgb '#4D4D4D'
set arrow from 45,10 to 45,5 nohead front linewidth 0.7 linecolor rgb '#4D4D4D'
set arrow from 45,5 to 151,5 nohead front linewidth 0.7 linecolor rgb '#4D4D4D'
set arrow from 151,5 to 151,15.4 head filled size screen 0.008,18 front linewidth 0.7 linecolor rgb '#4D4D4D'
unset key
plot $data1 using 1:2 with lines linewidth 0.7 linecolor rgb '#005493' notitle

# panel
unset label; unset object; unset arrow; unset logscale; unset title
set autoscale
set origin 0.0204678,0.605769
set size 0.0994152,0.326923
set lmargin at screen 0.0204678; set rmargin at screen 0.119883
set bmargin at screen 0.605769; set tmargin at screen 0.932692
unset border; unset tics; unset xlabel; unset ylabel
set xrange [-1.3668:1.3668]
set yrange [-1.3668:1.3668]
unset key
plot $data2 using 1:2:3:4 with points pointtype 15 pointsize variable linecolor rgb variable notitle

# panel
unset label; unset object; unset arrow; unset logscale; unset title
set autoscale
set origin 0.909357,0.163462
set size 0.0877193,0.288462
set lmargin at screen 0.909357; set rmargin at screen 0.997076
set bmargin at screen 0.163462; set tmargin at screen 0.451923
unset border; unset tics; unset xlabel; unset ylabel
set xrange [-1.3668:1.3668]
set yrange [-1.3668:1.3668]
unset key
plot $data3 using 1:2:3:4 with points pointtype 15 pointsize variable linecolor rgb variable notitle
unset multiplot
