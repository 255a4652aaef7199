/**
 * Runs in the head before anything is painted, so that a chosen theme does not flash. It also marks the page as having
 * JavaScript: controls that need it stay hidden until then. Where the system forces its colours, what is drawn has to go
 * with these: the chosen theme yields to the system's.
 */
export const themeBoot = `(()=>{const r=document.documentElement;r.dataset.js='';try{const t=localStorage.getItem('deshielo:theme');if((t==='light'||t==='dark')&&!matchMedia('(forced-colors: active)').matches)r.dataset.theme=t}catch{}})()`;
