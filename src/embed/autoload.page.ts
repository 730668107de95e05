/** The embed script as pages load it: the same without exports, which a script that lost its `type="module"` can't have. */
import '../autoload.js';
