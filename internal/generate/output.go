package generate

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"os"
)

// output is a file being written, or nothing where no file was asked for.
type output struct {
	file *os.File
	*bufio.Writer
}

func create(name string) (*output, error) {
	if name == "" {
		return &output{nil, bufio.NewWriter(io.Discard)}, nil
	}
	f, err := os.OpenFile(name, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	return &output{f, bufio.NewWriterSize(f, 1<<16)}, nil
}

func (o *output) close(err *error) {
	*err = errors.Join(*err, o.Flush())
	if o.file != nil {
		*err = errors.Join(*err, o.file.Close())
	}
}

func (o *output) line(value any) error {
	text, err := json.Marshal(value)
	if err != nil {
		return err
	}
	_, err = o.Write(append(text, '\n'))
	return err
}

func (o *output) answers(list []Answer) error {
	for _, a := range list {
		if err := o.line(a); err != nil {
			return err
		}
	}
	return nil
}
