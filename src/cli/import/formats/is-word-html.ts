/** Whether a page was written by Word or Outlook; one into which somebody pasted a text of theirs was not. */
export const isWordHtml = (html: string): boolean =>
  /<meta[^>]+Generator[^>]+Microsoft Word|<html[^>]+xmlns:w="urn:schemas-microsoft-com:office:word"/i.test(
    html.slice(0, 20_000),
  );
