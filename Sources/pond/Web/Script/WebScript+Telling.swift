#if Web
  extension WebScript {
    /// What was done is told to whoever listens, for a live region that was full from the start tells
    /// nothing; and the focus goes to what is asked next.
    static let telling = #"""
      const pondTell = (words) => {
        const notice = document.getElementById("notice");
        if (!notice) return;
        notice.style.minHeight = notice.offsetHeight + "px";
        notice.textContent = "";
        setTimeout(() => { notice.textContent = words; }, 60);
      };

      (() => {
        const notice = document.getElementById("notice");
        const words = notice ? notice.textContent.trim() : "";
        if (!words) return;
        const goal = document.querySelector("[data-focus]");
        if (goal) goal.focus({ preventScroll: true });
        pondTell(words);
      })();
      """#
  }
#endif
