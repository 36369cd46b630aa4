-- The requests of wrk, one path after the other, and the check of their answers.
local paths = {}
local threads = {}

function setup(thread)
  thread:set("first", #threads * 7)
  table.insert(threads, thread)
end

function init(arguments)
  for path in string.gmatch(arguments[1], "%S+") do
    table.insert(paths, path)
  end
  expected = {}
  for answer in string.gmatch(arguments[2] or "", "%S+") do
    expected[answer] = true
  end
  place, answered, failed, other, odd = first, 0, 0, 0, 0
end

function request()
  place = place % #paths + 1
  return wrk.format("GET", paths[place])
end

function response(status, headers, body)
  if status == 200 then
    answered = answered + 1
    if not expected[body] then odd = odd + 1 end
  elseif status == 500 then
    failed = failed + 1
  else
    other = other + 1
  end
end

function done(summary, latency, requests)
  local sums = {answered = 0, failed = 0, other = 0, odd = 0}
  for _, thread in ipairs(threads) do
    for name in pairs(sums) do sums[name] = sums[name] + thread:get(name) end
  end
  io.write(string.format(
    '\nresult: {"requests": %d, "answered": %d, "failed": %d, "other": %d, "odd": %d, "connect": %d, "read": %d, '
      .. '"write": %d, "timeout": %d, "seconds": %f}\n',
    summary.requests, sums.answered, sums.failed, sums.other, sums.odd, summary.errors.connect,
    summary.errors.read, summary.errors.write, summary.errors.timeout, summary.duration / 1e6))
end
