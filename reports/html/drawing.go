package html

// drawing is a picture of boxes, lines, marks and words in units of its own, which the templates write as SVG. It
// says how things are placed; the style sheet says how they look.
type drawing struct {
	Width, Height int
	Title         string // what it shows, for those who do not see it
	Boxes         []box
	Paths         []path
	Words         []label
}

type box struct {
	X, Y, W, H int
	Class      string
}

type path struct {
	D, Class string
}

type label struct {
	X, Y  int
	Class string
	Text  string
}

func (d *drawing) box(x, y, w, h int, class string) {
	d.Boxes = append(d.Boxes, box{x, y, w, h, class})
}

func (d *drawing) path(class, commands string) {
	d.Paths = append(d.Paths, path{commands, class})
}

func (d *drawing) words(x, y int, class, text string) {
	d.Words = append(d.Words, label{x, y, class, text})
}
