set terminal svg enhanced font 'Arial,7' size 646,400 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set output 'figure.svg'
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
4 4 7.8 0x0B4E73
4 4 7 0x19ADFF
0 0 4.06667 0x0B4E73
0 0 3.26667 0x19ADFF
EOD
$data2 << EOD
1.19446 -0.157634 20.7541 0x133547
1.19446 -0.157634 20.0277 0x286E94
1.17091 -0.134087 19.0263 0x2B76A0
1.14736 -0.110541 18.0249 0x2E7FAC
1.12382 -0.0869939 17.0235 0x3288B8
1.10027 -0.0634472 16.0221 0x3591C4
1.07672 -0.0399005 15.0208 0x389ACF
1.05318 -0.0163538 14.0194 0x3BA3DB
1.02963 0.00719293 13.018 0x3FABE7
1.00608 0.0307396 12.0166 0x42B4F3
0.982538 0.0542864 11.0152 0x45BDFF
0.958991 0.0778331 10.0138 0x48BEFF
0.935444 0.10138 9.01245 0x4FC1FF
0.911897 0.124926 8.01107 0x59C4FF
0.888351 0.148473 7.00969 0x64C8FF
0.864804 0.17202 6.0083 0x72CDFF
0.841257 0.195567 5.00692 0x81D2FF
0.817711 0.219113 4.00553 0x92D8FF
0.794164 0.24266 3.00415 0xA4DFFF
0.770617 0.266207 2.00277 0xB8E6FF
0.74707 0.289753 1.00138 0xCDEDFF
-1.25407 0.165501 21.7899 0x0F3447
-1.25407 0.165501 21.0272 0x206B94
-1.27762 0.189046 20.0259 0x22739F
-1.30116 0.212591 19.0246 0x257BAB
-1.32471 0.236135 18.0233 0x2783B6
-1.34825 0.25968 17.022 0x2A8BC1
-1.3718 0.283225 16.0207 0x2C94CD
-1.39534 0.306769 15.0194 0x2F9CD8
-1.41888 0.330314 14.0182 0x31A4E3
-1.44243 0.353859 13.0169 0x33ACEF
-1.46597 0.377403 12.0156 0x36B4FA
-1.48952 0.400948 11.0143 0x38B8FF
-1.51306 0.424493 10.013 0x3EBAFF
-1.53661 0.448037 9.01167 0x46BDFF
-1.56015 0.471582 8.01037 0x51C1FF
-1.5837 0.495127 7.00908 0x5DC6FF
-1.60724 0.518671 6.00778 0x6CCBFF
-1.63079 0.542216 5.00648 0x7CD0FF
-1.65433 0.565761 4.00519 0x8DD7FF
-1.67788 0.589305 3.00389 0xA0DDFF
-1.70142 0.61285 2.00259 0xB4E5FF
-1.72497 0.636395 1.0013 0xCAECFF
EOD

set multiplot
# panel
set origin 0,0
set size 1,1
set lmargin at screen 0.0760234; set rmargin at screen 0.842105
set bmargin at screen 0.0896057; set tmargin at screen 0.97642
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [-0.64:4.64]
set format x '%h'
set xtics nomirror norotate 0.5
set xlabel 'latent 1' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [-0.64:4.64]
set format y '%h'
set ytics nomirror norotate 0.5
set ylabel 'latent 2' font ',7.5' textcolor rgb '#1A1A1A'
set arrow from 4,4 to 3.63322,4 nohead front linewidth 0.7 linecolor rgb '#4D4D4D'
set key rmargin top Left reverse samplen 1.2 spacing 1.1 font ',6.5' textcolor rgb '#1A1A1A'
plot $data1 using 1:2:3:4 with points pointtype 7 pointsize variable linewidth 0.6 linecolor rgb variable notitle, \
  keyentry with points pointtype 7 pointsize 5*pt linecolor rgb '#19ADFF' title 'fcc', \
  keyentry with points pointtype 7 pointsize 5*pt linecolor rgb '#8C8C8C' title 'test'

# panel
unset label; unset object; unset arrow; unset logscale; unset title
set autoscale
set origin 0.652171,0.798186
set size 0.0877193,0.141483
set lmargin at screen 0.652171; set rmargin at screen 0.73989
set bmargin at screen 0.798186; set tmargin at screen 0.939668
unset border; unset tics; unset xlabel; unset ylabel
set xrange [-2.68006:2.68006]
set yrange [-2.68006:2.68006]
unset key
plot $data2 using 1:2:3:4 with points pointtype 7 pointsize variable linecolor rgb variable notitle
unset multiplot
unset output
