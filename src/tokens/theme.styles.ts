import { css } from 'lit';

/** The two themes that bring their own colours; loaded when `theme` asks for one. */
export const themeStyles = css`
  :host([theme='light']) {
    color-scheme: light;
    color: #1b1f24;
    background: #fff;
  }
  :host([theme='dark']) {
    color-scheme: dark;
    color: #e8eaed;
    background: #16191d;
  }
`;
