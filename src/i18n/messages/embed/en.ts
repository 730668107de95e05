/**
 * What is said around an element: the question whether content from elsewhere may be shown, and what is said where the
 * page around a frame may forbid something.
 */
export default {
  // `{host}` stands for the server that the content comes from.
  consent: {
    reason:
      'This content comes from {host}. To show it, your browser connects to that server and to those of its pictures, which learn your IP address.',
    show: 'Show the content',
    holds: 'Your choice holds until you leave this page.',
  },
  // Whether saving or printing was forbidden can’t be asked.
  frame: {
    save: 'If no file was saved, the page that shows this does not allow it.',
    print: 'If nothing is printed, the page that shows this does not allow it.',
    open: 'Open this in a page of its own',
    text: 'Show the text to copy it',
    link: 'If the link does not open, copy its address:',
  },
  // Where a visitor saves data.
  pictures: { show: 'Show the pictures' },
};
