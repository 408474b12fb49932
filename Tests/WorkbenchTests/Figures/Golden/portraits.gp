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
1.17876 -0.141936 19.3601 0x2A749C
1.16306 -0.126238 18.6925 0x2C79A4
1.14736 -0.110541 18.0249 0x2E7FAC
1.13167 -0.0948428 17.3573 0x3185B4
1.11597 -0.079145 16.6897 0x338BBC
1.10027 -0.0634472 16.0221 0x3591C4
1.08457 -0.0477494 15.3545 0x3797CB
1.06888 -0.0320516 14.687 0x399DD3
1.05318 -0.0163538 14.0194 0x3BA3DB
1.03748 -0.000655977 13.3518 0x3DA8E3
1.02178 0.0150418 12.6842 0x40AEEB
1.00608 0.0307396 12.0166 0x42B4F3
0.990386 0.0464375 11.349 0x44BAFB
0.974689 0.0621353 10.6814 0x46BDFF
0.958991 0.0778331 10.0138 0x48BEFF
0.943293 0.0935309 9.34625 0x4DC0FF
0.927595 0.109229 8.67866 0x52C2FF
0.911897 0.124926 8.01107 0x59C4FF
0.8962 0.140624 7.34348 0x60C7FF
0.880502 0.156322 6.67589 0x69CAFF
0.864804 0.17202 6.0083 0x72CDFF
0.849106 0.187718 5.34071 0x7CD0FF
0.833408 0.203416 4.67312 0x86D4FF
0.817711 0.219113 4.00553 0x92D8FF
0.802013 0.234811 3.33795 0x9EDCFF
0.786315 0.250509 2.67036 0xAAE1FF
0.770617 0.266207 2.00277 0xB8E6FF
0.754919 0.281905 1.33518 0xC6EBFF
0.739222 0.297602 0.667589 0xD4F0FF
-1.25407 0.165501 21.7899 0x0F3447
-1.25407 0.165501 21.0272 0x206B94
-1.27055 0.181983 20.3263 0x22709C
-1.28703 0.198464 19.6254 0x2376A4
-1.30352 0.214945 18.9245 0x257CAC
-1.32 0.231426 18.2236 0x2782B4
-1.33648 0.247908 17.5227 0x2887BC
-1.35296 0.264389 16.8218 0x2A8DC4
-1.36944 0.28087 16.1209 0x2C93CB
-1.38592 0.297351 15.42 0x2E99D3
-1.4024 0.313833 14.7191 0x2F9EDB
-1.41888 0.330314 14.0182 0x31A4E3
-1.43537 0.346795 13.3172 0x33AAEB
-1.45185 0.363277 12.6163 0x34AFF3
-1.46833 0.379758 11.9154 0x36B5FB
-1.48481 0.396239 11.2145 0x38B8FF
-1.50129 0.41272 10.5136 0x3BB9FF
-1.51777 0.429202 9.81271 0x3FBBFF
-1.53425 0.445683 9.1118 0x45BDFF
-1.55073 0.462164 8.41089 0x4CC0FF
-1.56722 0.478645 7.70998 0x54C2FF
-1.5837 0.495127 7.00908 0x5DC6FF
-1.60018 0.511608 6.30817 0x67C9FF
-1.61666 0.528089 5.60726 0x72CDFF
-1.63314 0.54457 4.90635 0x7DD1FF
-1.64962 0.561052 4.20545 0x89D5FF
-1.6661 0.577533 3.50454 0x96DAFF
-1.68258 0.594014 2.80363 0xA4DFFF
-1.69907 0.610496 2.10272 0xB2E4FF
-1.71555 0.626977 1.40182 0xC1E9FF
-1.73203 0.643458 0.700908 0xD1EFFF
EOD

set multiplot
# panel
set origin 0,0
set size 1,1
set lmargin at screen 0.0584795; set rmargin at screen 0.842105
set bmargin at screen 0.0896057; set tmargin at screen 0.97642
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [-0.64:4.64]
set format x '%h'
set xtics autofreq nomirror norotate
set xlabel 'latent 1' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [-0.64:4.64]
set format y '%h'
set ytics autofreq nomirror norotate
set ylabel 'latent 2' font ',7.5' textcolor rgb '#1A1A1A'
set arrow from 4,4 to 3.64143,4 nohead front linewidth 0.7 linecolor rgb '#4D4D4D'
set key rmargin top Left reverse samplen 1.2 spacing 1.1 font ',6.5' textcolor rgb '#1A1A1A'
plot $data1 using 1:2:3:4 with points pointtype 7 pointsize variable linewidth 0.6 linecolor rgb variable notitle, \
  keyentry with points pointtype 7 pointsize 5*pt linecolor rgb '#19ADFF' title 'fcc', \
  keyentry with points pointtype 7 pointsize 5*pt linecolor rgb '#8C8C8C' title 'test'

# panel
unset label; unset object; unset arrow; unset logscale; unset title
set autoscale
set origin 0.650044,0.798186
set size 0.0877193,0.141483
set lmargin at screen 0.650044; set rmargin at screen 0.737764
set bmargin at screen 0.798186; set tmargin at screen 0.939668
unset border; unset tics; unset xlabel; unset ylabel
set xrange [-2.68006:2.68006]
set yrange [-2.68006:2.68006]
unset key
plot $data2 using 1:2:3:4 with points pointtype 7 pointsize variable linecolor rgb variable notitle
unset multiplot
unset output
