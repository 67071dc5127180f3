package xlsx

import (
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"epr/reports"
)

// AsText reads the sheets of a workbook back as lines of text that compare well: a line a row, its cells as Excel
// shows them, with bars between. Cells and rows without anything are left out, so that a row put in changes no other
// line, and so is the sheet that only the charts read. It fails if r is no workbook.
func AsText(r io.Reader) ([]reports.SheetText, error) {
	f, err := excelize.OpenReader(r)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var sheets []reports.SheetText
	for _, name := range f.GetSheetList() {
		if name == sheetData {
			continue
		}
		rows, err := f.GetRows(name)
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, reports.SheetText{Name: name, Lines: rowLines(rows)})
	}
	return sheets, nil
}

func rowLines(rows [][]string) []string {
	var lines []string
	for _, row := range rows {
		var cells []string
		for _, text := range row {
			if text = strings.Join(strings.Fields(text), " "); text != "" {
				cells = append(cells, text)
			}
		}
		if len(cells) > 0 {
			lines = append(lines, strings.Join(cells, " | "))
		}
	}
	return lines
}
