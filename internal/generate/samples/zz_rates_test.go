package main
import ("testing";"fmt";"os";"path/filepath"; "context"
 "github.com/caseaudit/caseaudit/internal/casefile"
 "github.com/caseaudit/caseaudit/internal/intake"
 )
func TestZ(t *testing.T){
 specs,_:=readSpecs()
 d,_:=casefile.NewDictionary()
 for _,s:=range specs {
  e,err:=intake.Open(context.Background(), d, []string{filepath.Join("/work/main/samples",s.Name)})
  if err!=nil { t.Error(s.Name,err); continue }
  sv,err:=e.Survey(context.Background())
  if err!=nil { t.Error(s.Name,err); continue }
  fmt.Println("==",s.Name, sv.Format, sv.Records, "newest", sv.Newest, "ignored", sv.Ignored)
  fmt.Println(sv.Rows())
  for _,r:=range sv.Refusals { fmt.Println("  refused", r) }
  for _,n:=range sv.Notes { fmt.Println("  note", n) }
  if os.Getenv("V")!="" { fmt.Println(sv.Supply.Paths()) }
 }
}
