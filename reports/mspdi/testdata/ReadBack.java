import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

import net.sf.mpxj.Availability;
import net.sf.mpxj.Duration;
import net.sf.mpxj.ProjectCalendar;
import net.sf.mpxj.ProjectCalendarException;
import net.sf.mpxj.ProjectFile;
import net.sf.mpxj.Relation;
import net.sf.mpxj.Resource;
import net.sf.mpxj.ResourceAssignment;
import net.sf.mpxj.Task;
import net.sf.mpxj.TimeUnit;
import net.sf.mpxj.mspdi.MSPDIReader;

/** Reads a Project XML file with MPXJ and prints what it has understood, a line for each thing. */
public class ReadBack
{
   private static ProjectFile project;

   public static void main(String[] args) throws Exception
   {
      project = new MSPDIReader().read(args[0]);
      var p = project.getProjectProperties();
      line("project", p.getName(), time(p.getStartDate()), time(p.getFinishDate()), time(p.getStatusDate()), project.getDefaultCalendar().getName());
      for (ProjectCalendar c : project.getCalendars())
      {
         calendar(c);
      }
      for (Task t : project.getTasks())
      {
         task(t);
      }
      for (Resource r : project.getResources())
      {
         if (r.getName() != null)
         {
            resource(r);
         }
      }
      for (ResourceAssignment a : project.getResourceAssignments())
      {
         line("assignment", a.getTask().getText(1), a.getResource().getName(), a.getUnits(), hours(a.getWork()), hours(a.getActualWork()), hours(a.getRemainingWork()));
      }
   }

   private static void calendar(ProjectCalendar c)
   {
      StringBuilder week = new StringBuilder();
      for (DayOfWeek day : DayOfWeek.values())
      {
         week.append(c.isWorkingDay(day) ? day.toString().charAt(0) : '.');
      }
      line("calendar", c.getName(), week);
      for (ProjectCalendarException x : c.getCalendarExceptions())
      {
         line("exception", c.getName(), x.getFromDate(), x.getToDate(), x.getName(), x.getWorking());
      }
      // What the calendar does in the end: a bit for each day.
      LocalDate day = project.getProjectProperties().getStartDate().toLocalDate();
      LocalDate end = project.getProjectProperties().getFinishDate().toLocalDate();
      StringBuilder worked = new StringBuilder();
      for (; !day.isAfter(end); day = day.plusDays(1))
      {
         worked.append(c.isWorkingDate(day) ? '1' : '0');
      }
      line("days", c.getName(), worked);
   }

   private static void task(Task t)
   {
      ProjectCalendar c = t.getCalendar();
      line("task", t.getUniqueID(), t.getText(1), t.getText(2), t.getText(3), t.getName(), t.getOutlineLevel(), time(t.getStart()), time(t.getFinish()));
      line("outline", t.getText(1), t.getOutlineNumber(), t.getParentTask() == null ? null : t.getParentTask().getText(1), t.getSummary(), t.getMilestone());
      line("baseline", t.getText(1), time(t.getBaselineStart()), time(t.getBaselineFinish()), t.getSummary() ? null : days(t.getBaselineDuration()));
      line("deadline", t.getText(1), time(t.getDeadline()));
      if (t.getSummary())
      {
         return;
      }
      line("work", t.getText(1), days(t.getDuration()), c == null ? null : c.getName(), t.getConstraintType(), time(t.getConstraintDate()));
      line("progress", t.getText(1), t.getPercentageComplete(), time(t.getActualStart()), time(t.getActualFinish()), days(t.getActualDuration()), days(t.getRemainingDuration()));
      line("notes", t.getText(1), t.getNotes());
      for (Relation r : t.getPredecessors())
      {
         line("link", t.getText(1), r.getPredecessorTask().getText(1), r.getType(), days(r.getLag()));
      }
   }

   private static void resource(Resource r)
   {
      line("resource", r.getName());
      for (Availability a : r.getAvailability())
      {
         line("size", r.getName(), a.getRange().getStart(), a.getRange().getEnd(), a.getUnits());
      }
   }

   private static String time(LocalDateTime t)
   {
      return t == null ? null : t.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"));
   }

   private static String days(Duration d)
   {
      return in(d, TimeUnit.DAYS);
   }

   private static String hours(Duration d)
   {
      return in(d, TimeUnit.HOURS);
   }

   private static String in(Duration d, TimeUnit unit)
   {
      return d == null ? null : String.valueOf(d.convertUnits(unit, project.getProjectProperties()).getDuration());
   }

   private static void line(Object... values)
   {
      StringBuilder b = new StringBuilder();
      for (Object v : values)
      {
         b.append(b.length() == 0 ? "" : "|").append(v == null ? "-" : String.valueOf(v).replace("\n", "\\n"));
      }
      System.out.println(b);
   }
}
