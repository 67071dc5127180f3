import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.xml.parsers.DocumentBuilderFactory;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import net.sf.mpxj.Availability;
import net.sf.mpxj.ConstraintType;
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

/** Reads Project XML files with MPXJ and prints what it has understood, a line for each thing. */
public class ReadBack
{
   private static ProjectFile project;

   public static void main(String[] args) throws Exception
   {
      for (String path : args)
      {
         line("file", path);
         Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File(path)).getDocumentElement();
         ordered(root, net.sf.mpxj.mspdi.schema.Project.class, "");
         project = new MSPDIReader().read(path);
         project();
      }
   }

   private static void project()
   {
      var p = project.getProjectProperties();
      line("project", p.getName(), time(p.getStartDate()), time(p.getFinishDate()), time(p.getStatusDate()), project.getDefaultCalendar().getName());
      for (ProjectCalendar c : project.getCalendars())
      {
         calendar(c);
      }
      Forward forward = new Forward();
      for (Task t : project.getTasks())
      {
         task(t);
         if (!t.getSummary())
         {
            line("computed", t.getText(1), time(moment(t, forward.start(t))), time(moment(t, forward.finish(t))));
         }
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

   /**
    * Says which elements are not in the order that Project's schema prescribes, or are none of it. MPXJ does not mind,
    * but its classes were made from that schema and tell its order.
    */
   private static void ordered(Element e, Class<?> type, String path) throws Exception
   {
      path = path + "/" + e.getTagName();
      XmlType order = type.getAnnotation(XmlType.class);
      if (order == null)
      {
         return; // a text or a number
      }
      List<String> names = new ArrayList<>();
      List<Class<?>> types = new ArrayList<>();
      for (String property : order.propOrder())
      {
         Field field = type.getDeclaredField(property);
         XmlElement element = field.getAnnotation(XmlElement.class);
         names.add(element == null || element.name().equals("##default") ? property : element.name());
         types.add(field.getGenericType() instanceof ParameterizedType list ? (Class<?>) list.getActualTypeArguments()[0] : field.getType());
      }
      int last = 0;
      for (Node child = e.getFirstChild(); child != null; child = child.getNextSibling())
      {
         if (child instanceof Element c)
         {
            int at = names.indexOf(c.getTagName());
            if (at < last)
            {
               line("order", path + "/" + c.getTagName(), at < 0 ? "there is no such element" : "comes too late");
               continue;
            }
            last = at;
            ordered(c, types.get(at), path);
         }
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
      baseline(t, 0, t.getBaselineStart(), t.getBaselineFinish(), t.getBaselineDuration());
      for (int n = 1; n <= 10; n++)
      {
         baseline(t, n, t.getBaselineStart(n), t.getBaselineFinish(n), t.getBaselineDuration(n));
      }
      line("deadline", t.getText(1), time(t.getDeadline()));
      line("forecast", t.getText(1), t.getText(4), time(t.getDate(1)), time(t.getDate(2)));
      line("notes", t.getText(1), t.getNotes());
      if (t.getSummary())
      {
         return;
      }
      line("work", t.getText(1), in(t.getDuration()), c == null ? null : c.getName(), t.getConstraintType(), time(t.getConstraintDate()));
      line("progress", t.getText(1), t.getPercentageComplete(), time(t.getActualStart()), time(t.getActualFinish()), in(t.getActualDuration()), in(t.getRemainingDuration()));
      for (Relation r : t.getPredecessors())
      {
         line("link", t.getText(1), r.getPredecessorTask().getText(1), r.getType(), in(r.getLag()));
      }
   }

   private static void baseline(Task t, int number, LocalDateTime start, LocalDateTime finish, Duration days)
   {
      if (start != null || finish != null)
      {
         line("baseline", t.getText(1), number, time(start), time(finish), t.getSummary() ? null : in(days));
      }
   }

   private static void resource(Resource r)
   {
      line("resource", r.getName());
      for (Availability a : r.getAvailability())
      {
         line("size", r.getName(), a.getRange().getStart(), a.getRange().getEnd(), Math.round(a.getUnits().doubleValue()));
      }
   }

   /** Of a milestone the beginning of a day is written as the end of the day before, which is the same moment of work. */
   private static LocalDateTime moment(Task t, LocalDateTime at)
   {
      boolean begins = t.getDuration().getDuration() == 0 && at.getHour() == 8;
      return begins ? at.minusDays(1).withHour(17) : at;
   }

   private static String time(LocalDateTime t)
   {
      return t == null ? null : t.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"));
   }

   /** A duration as it stands in the file, with its unit: "ed" would be elapsed days. */
   private static String in(Duration d)
   {
      return d == null ? null : d.getDuration() + d.getUnits().toString();
   }

   private static String hours(Duration d)
   {
      return d == null ? null : String.valueOf(d.convertUnits(TimeUnit.HOURS, project.getProjectProperties()).getDuration());
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

   /** The dates at which a tool arrives that schedules work as soon as links, calendars and constraints let it. */
   private static class Forward
   {
      private final Map<Task, LocalDateTime> starts = new HashMap<>();
      private final Set<Task> open = new HashSet<>();

      LocalDateTime start(Task t)
      {
         if (t.getActualStart() != null)
         {
            return t.getStart();
         }
         LocalDateTime known = starts.get(t);
         if (known == null)
         {
            if (!open.add(t))
            {
               throw new IllegalStateException("a circle of links at " + t.getText(1));
            }
            known = earliest(t);
            starts.put(t, known);
         }
         return known;
      }

      LocalDateTime finish(Task t)
      {
         return t.getActualFinish() == null ? after(t, start(t)) : t.getActualFinish();
      }

      private LocalDateTime earliest(Task t)
      {
         ProjectCalendar c = t.getEffectiveCalendar();
         LocalDateTime earliest = project.getProjectProperties().getStartDate();
         for (Relation r : t.getPredecessors())
         {
            Task p = r.getPredecessorTask();
            LocalDateTime from = switch (r.getType())
            {
               case START_START, START_FINISH -> start(p);
               default -> finish(p);
            };
            LocalDateTime to = lagged(c, from, r.getLag());
            LocalDateTime start = switch (r.getType())
            {
               case FINISH_FINISH, START_FINISH -> before(t, to);
               default -> to;
            };
            if (start.isAfter(earliest))
            {
               earliest = start;
            }
         }
         if (t.getConstraintType() == ConstraintType.MUST_START_ON)
         {
            return t.getConstraintDate();
         }
         if (t.getConstraintType() == ConstraintType.START_NO_EARLIER_THAN && t.getConstraintDate().isAfter(earliest))
         {
            earliest = t.getConstraintDate();
         }
         return t.getDuration().getDuration() == 0 ? earliest : c.getNextWorkStart(earliest);
      }

      private static LocalDateTime lagged(ProjectCalendar c, LocalDateTime from, Duration lag)
      {
         return lag.getDuration() == 0 ? from : c.getDate(from, lag);
      }

      private static LocalDateTime after(Task t, LocalDateTime start)
      {
         return t.getDuration().getDuration() == 0 ? start : t.getEffectiveCalendar().getDate(start, t.getDuration());
      }

      private static LocalDateTime before(Task t, LocalDateTime finish)
      {
         Duration d = t.getDuration();
         return d.getDuration() == 0 ? finish : t.getEffectiveCalendar().getDate(finish, Duration.getInstance(-d.getDuration(), d.getUnits()));
      }
   }
}
