import type { RenderOptions } from 'lit';

const prepared = new WeakSet<Node>();

/**
 * What everything is rendered with, since translators put elements in place of texts: a part of a template that ends at a
 * text could not find its end any more. So it ends at an empty one, which nobody has to translate.
 */
export const translatable: RenderOptions = {
  creationScope: {
    importNode(content, deep) {
      if (!prepared.has(content)) {
        prepared.add(content);
        const comments = document.createTreeWalker(content, NodeFilter.SHOW_COMMENT);
        while (comments.nextNode()) (comments.currentNode as Comment).after('');
      }
      return document.importNode(content, deep);
    },
  },
};
