/* global window, document */
// Stands before everything else in the page that is open for a week: a clock that goes only when it is told to, with the
// timers that wait for a second and more, and a count of the requests that are under way.
(function () {
  'use strict';
  var RealDate = Date;
  var real = {
    setTimeout: window.setTimeout.bind(window),
    clearTimeout: window.clearTimeout.bind(window),
    setInterval: window.setInterval.bind(window),
    fetch: window.fetch.bind(window),
  };
  var start = RealDate.now();
  /** What the clock has gone on by, and what of it timers have seen: they stand still while the machine sleeps. */
  var passed = 0;
  var awake = 0;
  var hidden = false;
  var last = 1e9;
  var timers = new Map();

  window.Date = class extends RealDate {
    constructor(...values) {
      super(...(values.length ? values : [start + passed]));
    }
    static now() {
      return start + passed;
    }
  };
  function hold(run, wait, every) {
    timers.set(++last, { due: awake + wait, every: every, run: run });
    return last;
  }
  function forget(id) {
    if (!timers.delete(id)) real.clearTimeout(id);
  }
  window.setTimeout = (run, wait, ...values) =>
    wait >= 1000 ? hold(() => run(...values), wait) : real.setTimeout(run, wait, ...values);
  window.setInterval = (run, wait, ...values) =>
    wait >= 1000 ? hold(() => run(...values), wait, wait) : real.setInterval(run, wait, ...values);
  window.clearTimeout = forget;
  window.clearInterval = forget;
  window.AbortSignal.timeout = (wait) => {
    var controller = new window.AbortController();
    window.setTimeout(() => controller.abort(new window.DOMException('Too late', 'TimeoutError')), wait);
    return controller.signal;
  };
  Object.defineProperty(document, 'hidden', { get: () => hidden });

  var under = 0;
  window.fetch = (...values) => {
    under++;
    var end = () => void under--;
    var answer = real.fetch(...values);
    answer.then(end, end);
    return answer;
  };
  async function settle() {
    // Twice: what has come may ask for more.
    for (var quiet = 0; quiet < 2; quiet++) {
      await new Promise((next) => window.requestAnimationFrame(next));
      await new Promise((next) => real.setTimeout(next));
      if (under) quiet = -1;
    }
  }

  window.clock = {
    /** Seconds pass, one after the other; whatever is asked for meanwhile is waited for. */
    async pass(seconds) {
      for (var end = awake + seconds * 1000; awake < end;) {
        passed += 1000;
        awake += 1000;
        var before = under;
        for (var [id, timer] of timers) {
          if (timer.due > awake) continue;
          if (timer.every) timer.due += timer.every;
          else timers.delete(id);
          timer.run();
        }
        if (under > before) await settle();
      }
      await settle();
    },
    /** The machine sleeps: the clock goes on, timers don't. */
    sleep(seconds) {
      passed += seconds * 1000;
    },
    hide(isHidden) {
      hidden = isHidden;
      document.dispatchEvent(new window.Event('visibilitychange'));
    },
  };
})();
