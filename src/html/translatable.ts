import type { RenderOptions } from 'lit';

/** The content of a template, once its parts end where they can be found. */
interface Content extends Node {
  isPrepared?: boolean;
}

/**
 * What everything is rendered with, since translators put elements in place of texts: a part of a template that ends at a
 * text could not find its end any more. So it ends at an empty one, which nobody has to translate.
 */
export const translatable: RenderOptions = {
  creationScope: {
    importNode(content: Content, deep) {
      if (!content.isPrepared) {
        content.isPrepared = true;
        const comments = document.createTreeWalker(content, NodeFilter.SHOW_COMMENT);
        while (comments.nextNode()) (comments.currentNode as Comment).after('');
      }
      return document.importNode(content, deep);
    },
  },
};
