/* global window, document, getComputedStyle, location, setInterval */
// Stands before everything else in each page of the museum, frames included, and notes what happens: written for the oldest.
(function () {
  'use strict';
  var exceptions = [];
  var frames = {};
  window.addEventListener('error', function (event) {
    // Pictures and scripts that can't be had are no exceptions.
    if (event.message) exceptions.push(event.message + ' ' + (event.filename || '') + ':' + event.lineno);
  });
  window.addEventListener('unhandledrejection', function (event) {
    exceptions.push('unhandled: ' + event.reason);
  });

  function isSeen(node) {
    var box = node.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(node).visibility === 'visible';
  }

  /** Whether an element shows what only it can know: words of the feed, and what is drawn. */
  function isWhole(element) {
    var base = element.shadowRoot && element.shadowRoot.querySelector('.base');
    if (!base || base.querySelector('slot:not([name])')) return false;
    var text = base.textContent.replace(/\s+/g, ' ').trim();
    if (text.length < 40 || base.getBoundingClientRect().height < 20) return false;
    var name = element.localName.slice(4);
    if (name === 'office-map') return base.querySelectorAll('svg path').length > 2;
    if (name === 'site-menu') return opens(base);
    if (name === 'org-chart') return base.querySelectorAll('li').length > 5;
    return true;
  }

  /** A menu is whole when a section of it opens. */
  function opens(base) {
    var button = base.querySelector('button[aria-expanded]');
    if (!button) return false;
    if (button.getAttribute('aria-expanded') === 'false') button.click();
    return button.getAttribute('aria-expanded') === 'true' && !!base.querySelector('[role=list] a, ul a');
  }

  function judge(element) {
    if (isWhole(element)) return 'whole';
    // The page of a frame may have its link beside the element.
    var around = window.top === window ? element : document;
    var links = [].filter.call(around.querySelectorAll('a'), isSeen);
    // The place that was kept free for the content is given back.
    var room = element.getBoundingClientRect().height;
    return links.length && room < links[0].getBoundingClientRect().height * 3 + 40 ? 'link' : 'blank';
  }

  /** Elements of ours, and what stands for one. */
  function matches() {
    return [].slice.call(document.querySelectorAll('*')).filter(function (node) {
      return /^iom-/.test(node.localName) || node.hasAttribute('data-iom');
    });
  }

  function own() {
    return matches().map(function (node) {
      return { name: node.getAttribute('data-iom') || node.localName.slice(4), shows: judge(node) };
    });
  }

  /** Frames out of sight are drawn seldom, or not at all: each is looked at until it is whole. */
  function isUnfinished(frame) {
    var reported = frames[frame.src];
    return !reported || !reported.elements.length || reported.elements.some(isLess);
  }

  function isLess(element) {
    return element.shows !== 'whole';
  }

  function report() {
    var elements = own();
    // Text that a page shows and nobody wrote: templates that were taken for content.
    var leftover = document.body && /shadowroot|<template|\{\{|lit-part/.test(document.body.innerText || '');
    Object.keys(frames).forEach(function (key) {
      elements = elements.concat(frames[key].elements);
    });
    return {
      elements: elements,
      exceptions: exceptions.concat.apply(
        exceptions,
        Object.keys(frames).map(function (key) {
          return frames[key].exceptions;
        }),
      ),
      leftover: !!leftover,
    };
  }

  if (window.top !== window) {
    setInterval(function () {
      if (document.body) window.top.postMessage({ museum: report(), key: location.href }, '*');
    }, 200);
  } else {
    window.addEventListener('message', function (event) {
      if (event.data && event.data.museum) frames[event.data.key] = event.data.museum;
    });
    // What waits until it comes near, comes near.
    var turn = 0;
    setInterval(function () {
      var waiting = matches()
        .filter(function (node) {
          return !isWhole(node);
        })
        .concat([].slice.call(document.querySelectorAll('iframe')).filter(isUnfinished));
      if (waiting.length) waiting[turn++ % waiting.length].scrollIntoView();
    }, 500);
  }
  window.museum = report;
})();
