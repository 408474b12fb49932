set terminal svg enhanced font 'Arial,7' size 317,255 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
0 0.01 0.76
EOD
$data2 << EOD
1 0.02 0.76
EOD
$data3 << EOD
2 0.03 0.76
EOD
$data4 << EOD
3 0.04 0.76
EOD
$data5 << EOD
4 0.05 0.76
EOD
$data6 << EOD
5 0.06 0.76
EOD
$data7 << EOD
6 0.07 0.76
EOD
$data8 << EOD
7 0.08 0.76
EOD
$data9 << EOD
8 0.09 0.76
EOD
$data10 << EOD
9 0.1 0.76
EOD
$data11 << EOD
10 0.11 0.76
EOD
$data12 << EOD
11 0.12 0.76
EOD
$data13 << EOD
12 0.13 0.76
EOD
$data14 << EOD
13 0.14 0.76
EOD
$data15 << EOD
14 0.15 0.76
EOD
$data16 << EOD
15 0.16 0.76
EOD
$data17 << EOD
16 0.17 0.76
EOD
$data18 << EOD
17 0.18 0.76
EOD
$data19 << EOD
18 0.19 0.76
EOD
$data20 << EOD
19 0.2 0.76
EOD
$data21 << EOD
20 0.21 0.76
EOD
$data22 << EOD
21 0.22 0.76
EOD
$data23 << EOD
22 0.23 0.76
EOD
$data24 << EOD
23 0.24 0.76
EOD
$data25 << EOD
24 0.25 0.76
EOD
$data26 << EOD
25 0.26 0.76
EOD
$data27 << EOD
26 0.27 0.76
EOD
$data28 << EOD
27 0.28 0.76
EOD
$data29 << EOD
28 0.29 0.76
EOD
$data30 << EOD
29 0.3 0.76
EOD

set multiplot
# panel
set origin 0,0
set size 1,1
set lmargin at screen 0.154762; set rmargin at screen 0.970238
set bmargin at screen 0.333333; set tmargin at screen 0.962963
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [-0.6:29.6]
set format x '%h'
set xtics nomirror ('file\_1.gr' 0, 'file\_2.gr' 1, 'file\_3.gr' 2, 'file\_4.gr' 3, 'file\_5.gr' 4, 'file\_6.gr' 5, 'file\_7.gr' 6, 'file\_8.gr' 7, 'file\_9.gr' 8, 'file\_10.gr' 9, 'file\_11.gr' 10, 'file\_12.gr' 11, 'file\_13.gr' 12, 'file\_14.gr' 13, 'file\_15.gr' 14, 'file\_16.gr' 15, 'file\_17.gr' 16, 'file\_18.gr' 17, 'file\_19.gr' 18, 'file\_20.gr' 19, 'file\_21.gr' 20, 'file\_22.gr' 21, 'file\_23.gr' 22, 'file\_24.gr' 23, 'file\_25.gr' 24, 'file\_26.gr' 25, 'file\_27.gr' 26, 'file\_28.gr' 27, 'file\_29.gr' 28, 'file\_30.gr' 29) rotate by 90 right
set xlabel 'name' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [0:0.336]
set format y '%.1f'
set ytics nomirror norotate 0.1
set ylabel '{/:Italic R}_w' font ',7.5' textcolor rgb '#1A1A1A'
unset key
plot $data1 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data2 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data3 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data4 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data5 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data6 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data7 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data8 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data9 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data10 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data11 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data12 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data13 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data14 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data15 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data16 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data17 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data18 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data19 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data20 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data21 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data22 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data23 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data24 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data25 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data26 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data27 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data28 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data29 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle, \
  $data30 using 1:2:3 with boxes fillstyle solid border rgb '#FFFFFF' linewidth 0.3 linecolor rgb '#8C8C8C' notitle
unset multiplot
