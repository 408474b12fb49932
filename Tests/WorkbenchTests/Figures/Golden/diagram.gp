set terminal svg enhanced font 'Arial,7' size 646,196 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set output 'figure.svg'
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
0 0 47.2441 0x073047
0 0 45.5906 0x0F6494
-0.01608 0.01608 44.0709 0x0F6A9C
-0.03216 0.03216 42.5512 0x106FA4
-0.04824 0.04824 41.0315 0x1174AC
-0.06432 0.06432 39.5118 0x127AB4
-0.0804 0.0804 37.9921 0x127FBC
-0.09648 0.09648 36.4724 0x1385C4
-0.11256 0.11256 34.9528 0x148ACB
-0.12864 0.12864 33.4331 0x158FD3
-0.14472 0.14472 31.9134 0x1695DB
-0.1608 0.1608 30.3937 0x169AE3
-0.17688 0.17688 28.874 0x17A0EB
-0.19296 0.19296 27.3543 0x18A5F3
-0.20904 0.20904 25.8346 0x19AAFB
-0.22512 0.22512 24.315 0x1AADFF
-0.2412 0.2412 22.7953 0x1DAFFF
-0.25728 0.25728 21.2756 0x23B0FF
-0.27336 0.27336 19.7559 0x29B3FF
-0.28944 0.28944 18.2362 0x31B6FF
-0.30552 0.30552 16.7165 0x3BB9FF
-0.3216 0.3216 15.1969 0x45BDFF
-0.33768 0.33768 13.6772 0x50C1FF
-0.35376 0.35376 12.1575 0x5DC5FF
-0.36984 0.36984 10.6378 0x6ACAFF
-0.38592 0.38592 9.11811 0x78CFFF
-0.402 0.402 7.59843 0x87D4FF
-0.41808 0.41808 6.07874 0x96DAFF
-0.43416 0.43416 4.55906 0xA7E0FF
-0.45024 0.45024 3.03937 0xB8E6FF
-0.46632 0.46632 1.51969 0xCAECFF
EOD
$data3 << EOD
0 0 41.686 0x073047
0 0 40.227 0x0F6494
-0.01608 0.01608 38.8861 0x0F6A9C
-0.03216 0.03216 37.5452 0x106FA4
-0.04824 0.04824 36.2043 0x1174AC
-0.06432 0.06432 34.8634 0x127AB4
-0.0804 0.0804 33.5225 0x127FBC
-0.09648 0.09648 32.1816 0x1385C4
-0.11256 0.11256 30.8407 0x148ACB
-0.12864 0.12864 29.4998 0x158FD3
-0.14472 0.14472 28.1589 0x1695DB
-0.1608 0.1608 26.818 0x169AE3
-0.17688 0.17688 25.4771 0x17A0EB
-0.19296 0.19296 24.1362 0x18A5F3
-0.20904 0.20904 22.7953 0x19AAFB
-0.22512 0.22512 21.4544 0x1AADFF
-0.2412 0.2412 20.1135 0x1DAFFF
-0.25728 0.25728 18.7726 0x23B0FF
-0.27336 0.27336 17.4317 0x29B3FF
-0.28944 0.28944 16.0908 0x31B6FF
-0.30552 0.30552 14.7499 0x3BB9FF
-0.3216 0.3216 13.409 0x45BDFF
-0.33768 0.33768 12.0681 0x50C1FF
-0.35376 0.35376 10.7272 0x5DC5FF
-0.36984 0.36984 9.38629 0x6ACAFF
-0.38592 0.38592 8.04539 0x78CFFF
-0.402 0.402 6.70449 0x87D4FF
-0.41808 0.41808 5.36359 0x96DAFF
-0.43416 0.43416 4.0227 0xA7E0FF
-0.45024 0.45024 2.6818 0xB8E6FF
-0.46632 0.46632 1.3409 0xCAECFF
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
set label 2 'KL divergence' at 110,29 left front font ',6.5' textcolor rgb '#1A1A1A'
set label 3 'structure' at 12,29.3 center front font ',6.5' textcolor rgb '#1A1A1A'
set label 4 'PDF' at 13,7 center front font ',6.5' textcolor rgb '#1A1A1A'
set label 5 'r/d' at 61.5,18 center front font ',6.5' textcolor rgb '#1A1A1A'
set label 6 '× d' at 152,9 left front font ',6.5' textcolor rgb '#1A1A1A'
set label 7 'structure' at 163,6.5 center front font ',6.5' textcolor rgb '#1A1A1A'
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
plot $data2 using 1:2:3:4 with points pointtype 7 pointsize variable linecolor rgb variable notitle

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
plot $data3 using 1:2:3:4 with points pointtype 7 pointsize variable linecolor rgb variable notitle
unset multiplot
unset output
