package csv

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"epr/reports"
)

// ReadRisks reads what a register that [WriteRisks] wrote is compared by: the id, name, current score and
// rank of each risk. Other columns may be there or not, in any order. The list is not nil even if the
// register holds no risk. An error says what is wrong with the file, in a sentence; errors of r are given
// back as they are.
func ReadRisks(r io.Reader) ([]reports.Registered, error) {
	in := csv.NewReader(r)
	in.FieldsPerRecord = -1
	header, err := in.Read()
	if errors.Is(err, io.EOF) {
		return nil, errors.New("the risk register is empty, not even a header is in it")
	}
	if err != nil {
		return nil, unreadable(err)
	}
	columns, err := find(header, "id", "name", "current_score", "rank")
	if err != nil {
		return nil, err
	}
	list := []reports.Registered{}
	for {
		record, err := in.Read()
		if errors.Is(err, io.EOF) {
			return list, nil
		}
		if err != nil {
			return nil, unreadable(err)
		}
		risk, err := registered(record, columns)
		if err != nil {
			line, _ := in.FieldPos(0)
			return nil, fmt.Errorf("line %d of the risk register: %w", line, err)
		}
		list = append(list, risk)
	}
}

// find is where each of some columns stands.
func find(header []string, names ...string) (map[string]int, error) {
	at := map[string]int{}
	for c, name := range header {
		at[strings.TrimPrefix(name, byteOrderMark)] = c
	}
	for _, name := range names {
		if _, found := at[name]; !found {
			return nil, fmt.Errorf("the risk register has no column %q: was it written by epr?", name)
		}
	}
	return at, nil
}

func registered(record []string, columns map[string]int) (reports.Registered, error) {
	field := func(name string) string {
		if c := columns[name]; c < len(record) {
			return record[c]
		}
		return ""
	}
	risk := reports.Registered{ID: strings.TrimPrefix(field("id"), "'"), Name: strings.TrimPrefix(field("name"), "'")}
	if risk.ID == "" {
		return risk, errors.New("a risk has no id")
	}
	var err error
	if risk.Score, err = number("current_score", field("current_score")); err != nil {
		return risk, err
	}
	risk.Rank, err = number("rank", field("rank"))
	return risk, err
}

// number reads a whole number; nothing is 0.
func number(name, text string) (int, error) {
	if text == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		return 0, fmt.Errorf("%q is no %s: a whole number was expected", text, name)
	}
	return n, nil
}

// unreadable tells what is wrong with the form of a file in words of its own.
func unreadable(err error) error {
	var form *csv.ParseError
	if !errors.As(err, &form) {
		return err
	}
	return fmt.Errorf("line %d of the risk register is no line of a CSV file: a quotation mark is missing or stands where none may", form.Line)
}
