# Has TaskJuggler read, schedule and report a project, and prints the processor seconds of each.
# Usage: ruby phases.rb PROJECT.tjp FOLDER

require 'taskjuggler/TaskJuggler'

def seconds
  before = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID)
  yield or abort('TaskJuggler failed')
  Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) - before
end

project = TaskJuggler.new
read = seconds { project.parse([ARGV[0]]) }
schedule = seconds { project.schedule }
report = seconds { project.generateReports(ARGV[1]) }
printf("{\"read\": %.3f, \"schedule\": %.3f, \"report\": %.3f}\n", read, schedule, report)
