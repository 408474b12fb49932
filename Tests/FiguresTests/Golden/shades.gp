set terminal svg enhanced font 'Arial,7' size 317,272 fontscale 1.33333 linewidth 1.33333 background '#FFFFFF'
pt = 0.253968
set encoding utf8
set pointsize pt
set minussign
set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

$data1 << EOD
1 2 3 0.3
2 3 3 0.2
3 1 3 0.1
EOD

set multiplot
# panel
set origin 0,0
set size 1,1
set lmargin at screen 0.135714; set rmargin at screen 0.797619
set bmargin at screen 0.131944; set tmargin at screen 0.965278
set border 3 linewidth 0.5 linecolor rgb '#4D4D4D'
set tics out nomirror scale 0.5 font ',6.5' textcolor rgb '#1A1A1A'
set xrange [0.92:3.08]
set format x '%.1f'
set xtics nomirror norotate 0.5
set xlabel 'a' font ',7.5' textcolor rgb '#1A1A1A'
set yrange [0.92:3.08]
set format y '%.1f'
set ytics nomirror norotate 0.5
set ylabel 'b' font ',7.5' textcolor rgb '#1A1A1A'
unset key
set palette defined (0 '#440154', 1 '#472D7B', 2 '#3B528B', 3 '#2C728E', 4 '#21918C', 5 '#28AE80', 6 '#5EC962', 7 '#ADDC30', 8 '#FDE725')
set colorbox; set autoscale cbfix; set format cb '%.2f'
set cbtics 0.05 out nomirror scale 0.4 font ',6.5'
set cblabel '{/:Italic R}_w' font ',7.5' textcolor rgb '#1A1A1A'
plot $data1 using 1:2:3:4 with points pointtype 7 pointsize variable linecolor palette notitle
unset multiplot
