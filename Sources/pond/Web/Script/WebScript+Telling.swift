#if Web
  extension WebScript {
    /// What was done is told to whoever listens, for a live region that was full from the start tells
    /// nothing; and the focus goes to what is asked next. What stands on the page anyhow is told quietly: a
    /// notice that is only heard moves nothing.
    static let telling = #"""
      const pondTell = (words, quietly) => {
        const notice = document.getElementById("notice");
        if (!notice) return;
        if (!quietly) notice.classList.remove("spoken");
        else if (!notice.textContent.trim()) notice.classList.add("spoken");
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
